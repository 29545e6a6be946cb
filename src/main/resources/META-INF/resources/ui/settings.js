// Settings: light or dark, and the caller's credential, kept for this tab only.
import { credential } from './api.js';
import { h, toast } from './dom.js';

const THEME = 'image-service.theme';

export function startTheme(button) {
  const saved = localStorage.getItem(THEME);
  if (saved) document.documentElement.dataset.theme = saved;
  button.addEventListener('click', () => {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    const now = document.documentElement.dataset.theme ?? (dark ? 'dark' : 'light');
    const next = now === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.theme = next;
    localStorage.setItem(THEME, next);
  });
}

export function openSettings(feed) {
  const input = h('input', { class: 'input mono', type: 'password', id: 'credential', autocomplete: 'off', spellcheck: 'false', placeholder: 'none', value: credential.get() });
  const save = (e) => {
    e.preventDefault();
    credential.set(input.value.trim());
    dialog.close();
    toast(input.value.trim() ? 'Credential kept for this tab' : 'Credential removed');
    feed.again();
  };
  const form = h('form', { onsubmit: save },
    h('h2', { id: 'settings-title' }, 'Settings'),
    h('label', { class: 'field' }, h('span', {}, 'Token or API key'), input,
      h('small', {}, 'Sent as the Authorization header (Bearer, or write the scheme first). Kept in this tab, gone when it closes.')),
    h('div', { class: 'row' },
      h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Cancel'),
      h('button', { type: 'submit', class: 'button primary' }, 'Save')));
  const dialog = h('dialog', { class: 'ask', 'aria-labelledby': 'settings-title' }, form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
