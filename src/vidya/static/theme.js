// Light or dark, before the page is drawn: the system's choice, until the reader makes their own.
(() => {
  const { dataset } = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const kept = () => { try { return localStorage.theme; } catch { return ''; } };
  const choose = () => { dataset.theme = /^(light|dark)$/.test(kept()) ? kept() : system.matches ? 'dark' : 'light'; };
  choose();
  system.addEventListener?.('change', choose);
  document.addEventListener('click', ({ target }) => {
    if (!target.closest('[data-change-theme]')) return;
    dataset.theme = dataset.theme === 'dark' ? 'light' : 'dark';
    try { localStorage.theme = dataset.theme; } catch { /* for this page only */ }
  });
})();
