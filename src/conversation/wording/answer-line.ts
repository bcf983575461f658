import type { Observation } from '../../knowledge/knowledge.ts';
import { textIn } from '../../languages/text.ts';
import type { Turn } from '../turn.ts';

/** Labels that say nothing without their question. */
const bare =
  /^(?:(?:yes|no)(?=$|[,:])|(?:是|不是|有|没有|能|不能|对|不对|提到了|没提到|写了|没写)(?=$|[，：]))/iu;

/** An answer as a line: with the title of its observation, or with the question where the answer is a plain yes or no. */
export function answerLine(
  { sentences, language }: Pick<Turn, 'sentences' | 'language'>,
  { title, ask }: Observation,
  answer: string,
): string {
  return ask && bare.test(answer)
    ? sentences.trailQuestion(textIn(ask, language.code), answer)
    : sentences.trailAnswer(textIn(title, language.code), answer);
}
