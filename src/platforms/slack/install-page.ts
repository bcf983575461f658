type Outcome = 'begin' | 'installed' | 'foreign' | 'cancelled' | 'failed' | 'wholeOrganisation';

const pages: Readonly<
  Record<Outcome, { readonly status: number; readonly title: string; readonly text: string }>
> = {
  begin: { status: 200, title: 'Add Askfix to Slack', text: 'Continue at Slack:' },
  installed: {
    status: 200,
    title: 'Askfix is installed',
    text: 'Write to it under Apps, or invite it to a channel and mention it. Open it in Slack:',
  },
  foreign: {
    status: 400,
    title: 'This installation was not begun here',
    text: 'Nothing was installed: it took longer than ten minutes, or began in another browser. Begin again:',
  },
  cancelled: {
    status: 200,
    title: 'Nothing was installed',
    text: 'Slack says that you cancelled it. Begin again:',
  },
  failed: {
    status: 502,
    title: 'Slack did not finish the installation',
    text: 'Nothing was installed; the log of Askfix says why. Begin again:',
  },
  wholeOrganisation: {
    status: 400,
    title: 'Choose one workspace',
    text: 'Askfix is installed workspace by workspace, not for a whole organisation. Begin again:',
  },
};

/** What somebody sees who installs the app. @param link where to go on; made here, never taken from a request */
export function installPage(outcome: Outcome, link = '/slack/install'): Response {
  const { status, title, text } = pages[outcome];
  const href = link.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${text} <a href="${href}">go on</a></p></html>`;
  return new Response(body, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
