/** Saves text as a file, made here: nothing is sent for it. */
export function download(name, text) {
  // Some editors take a file without this mark for another encoding than UTF-8.
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
