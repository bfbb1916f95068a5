// Before the first paint: the chosen theme and language, so that nothing flashes. A file of its own, for the strict content policy.
(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(`tokenholic.${key}`);
    } catch {
      return null;
    }
  };
  const theme = read('theme');
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.lang = read('language') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
  const size = read('textSize');
  if (size) document.documentElement.style.fontSize = `${size}%`;
})();
