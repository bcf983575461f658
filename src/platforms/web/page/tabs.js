/**
 * A copied tab shows the same conversation: what is said in one shows in the other. Replies need no telling, the event
 * stream brings them to both.
 */
export function createTabs(onEntry) {
  let channel = null;
  return {
    join(conversation) {
      channel?.close();
      channel = new BroadcastChannel(`askfix-${conversation}`);
      channel.onmessage = ({ data }) => onEntry(data);
    },
    tell({ text, message }) {
      channel?.postMessage({ text, message, state: 'sent' });
    },
    leave() {
      channel?.close();
      channel = null;
    },
  };
}
