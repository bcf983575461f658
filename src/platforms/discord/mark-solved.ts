import { ChannelType } from 'discord.js';
import type { Api } from './api.ts';
import { isForbidden, isUnknownMessage } from './failure.ts';

/** Discord shows at most five tags on a post. */
const mostTags = 5;
const solvedTag = /^\W*(solved|resolved|fixed|answered|done|已解决|已解決|解决|已完成)\W*$/iu;

/** Marks a forum post as solved: by the forum's own tag of such a name where the bot may, else by a tick on its first message. */
export async function markSolved(api: Api, post: string): Promise<void> {
  const thread = await api.channel(post);
  if (thread.type !== ChannelType.PublicThread) return;
  const forum = thread.parent_id ? await api.channel(thread.parent_id) : null;
  const tags = forum && 'available_tags' in forum ? forum.available_tags : [];
  const tag = tags.find(({ name }) => solvedTag.test(name));
  if (!tag) return tick(api, post);
  const applied = thread.applied_tags ?? [];
  if (applied.includes(tag.id)) return;
  try {
    await api.tag(post, [...applied.slice(0, mostTags - 1), tag.id]);
  } catch (error) {
    if (!isForbidden(error)) throw error;
    await tick(api, post);
  }
}

/** A post and its first message share their id. Where that message was deleted, there is nothing to mark. */
async function tick(api: Api, post: string): Promise<void> {
  try {
    await api.react(post, post, '✅');
  } catch (error) {
    if (!isUnknownMessage(error)) throw error;
  }
}
