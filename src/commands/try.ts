import { evidenceOf, placeOf, readTalk } from '../conversation/talk.ts';
import { suspects } from '../diagnosis/decide.ts';
import { textIn } from '../languages/text.ts';
import { renderText } from '../platforms/text.ts';
import { recognise } from '../recognition/recognise.ts';
import { startTalk } from '../rehearsal/talk-player.ts';
import { shippedKnowledge } from './shipped-knowledge.ts';
import { wrongUsage } from './wrong-usage.ts';

const mostSuspects = 5;

/** `askfix try "<text>"`: what a sentence is taken for and why, what is believed then, and what would be said. */
export async function run(words: readonly string[]): Promise<number> {
  const text = words.join(' ');
  if (text.trim() === '' || words[0]?.startsWith('--'))
    return wrongUsage('Which sentence?', 'askfix try "<text>"');
  const knowledge = await shippedKnowledge();
  if (!knowledge) return 1;
  const recognition = recognise(text, knowledge);
  const lines = [`decision: ${recognition.decision} (language ${recognition.language})`];
  for (const code of recognition.codes)
    lines.push(
      `code      ${code.family}/${code.code}${code.via ? ` by ${code.via}` : ''}, ${code.named ? 'in the knowledge' : 'not in the knowledge'}`,
    );
  for (const match of recognition.problems) {
    lines.push(
      `${match.kind.padEnd(8)}  ${match.score.toFixed(2)}  ${match.pack}/${match.problem}  because of: ${match.words.slice(0, 6).join(', ')}`,
    );
  }
  const talk = startTalk(knowledge, { id: 'try', language: recognition.language === 'zh' ? 'zh' : 'en' });
  const reply = talk.say(text);
  const read = readTalk(talk.state?.events ?? []);
  for (const [observation, answer] of read.answers) lines.push(`heard     ${observation} = ${answer}`);
  const place = placeOf(read, knowledge);
  if (place) {
    for (const { id, share } of suspects(place.pack, place.problem, evidenceOf(read, place.problem)).slice(
      0,
      mostSuspects,
    )) {
      lines.push(
        `belief    ${share.toFixed(2)}  ${id}  ${textIn(place.pack.causes[id]?.title ?? {}, reply.language)}`,
      );
    }
  }
  process.stdout.write(`${lines.join('\n')}\n\n${renderText(reply)}\n`);
  return 0;
}
