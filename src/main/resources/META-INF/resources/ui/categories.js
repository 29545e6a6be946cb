// The reference types, asked once, in the service's words.
import { get } from './api.js';
import { h } from './dom.js';

let asked = null;
let fills = [];

// Who was not let in, or was somebody else, may be told other types.
addEventListener('credential', () => {
  asked = null;
  fills = fills.filter(({ select }) => select.isConnected);
  fills.forEach(({ fill }) => fill());
});

function categories() {
  asked ??= get('/api/v1/enums/referenceType').catch(() => {
    asked = null;
    return { GENERAL: '' };
  });
  return asked;
}

const title = (code) => code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');

/** A labelled select; `any` adds a first choice that stands for all. */
export function categorySelect(label, { value = '', any = null, hiddenLabel = false } = {}) {
  const select = h('select', { class: 'input', name: 'category' });
  if (any) select.append(h('option', { value: '' }, any));
  if (value) select.append(h('option', { value }, title(value)));
  select.value = value;
  const fill = async () => {
    const all = await categories();
    const chosen = select.value;
    const options = Object.entries(all).map(([code, name]) => h('option', { value: code }, name ? `${title(code)} · ${name}` : title(code)));
    select.replaceChildren(...(any ? [h('option', { value: '' }, any)] : []), ...options);
    select.value = chosen;
  };
  fills.push({ select, fill });
  fill();
  const element = h('label', { class: 'field' }, h('span', { class: hiddenLabel ? 'hidden-text' : '' }, label), select);
  return { element, select, value: () => select.value };
}

export { title as categoryTitle };
