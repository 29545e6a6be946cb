// One image in the gallery.
import { h } from './dom.js';
import { STATUS, ago, dimensions, size, when } from './format.js';
import { picture } from './picture.js';
import { categoryTitle } from './categories.js';

export function card(image, selection) {
  const el = h('li', { class: 'card', data: { id: image.id, created: image.createdAt } });
  draw(el, image, selection);
  return el;
}

/** Draws again only when something one can see has changed, or its picture did not come. */
export function updateCard(el, image, selection) {
  if (el.dataset.seen !== seen(image) || el.querySelector('.broken')) draw(el, image, selection);
}

const seen = (image) => [image.status, image.updatedAt, image.renditions?.length].join();

function draw(el, image, selection) {
  const fresh = el.dataset.seen && !el.dataset.seen.startsWith(`${image.status},`);
  el.dataset.seen = seen(image);
  el.dataset.status = image.status;
  const pick = h('input', { type: 'checkbox', 'aria-label': `Select ${image.fileName}`, checked: selection.has(image.id), onchange: (e) => selection.toggle(image, e.target.checked) });
  const shape = [dimensions(image.width, image.height), size(image.bytes)].filter(Boolean).join(' · ');
  el.replaceChildren(
    h('a', { class: 'card-link', href: `#/images/${image.id}` },
      h('span', { class: 'hidden-text' }, `${image.fileName}, ${STATUS[image.status]}`),
      picture(image, ['300x300', 'p2', 'main', '1200x1200'])),
    h('div', { class: 'card-words' },
      h('span', { class: 'card-name', title: image.fileName }, image.fileName),
      h('span', { class: 'card-meta number' }, shape),
      h('span', { class: 'card-foot' },
        h('span', { class: 'chip', data: { status: image.status } }, STATUS[image.status]),
        h('span', { class: 'muted small', title: when(image.createdAt) }, `${categoryTitle(image.category)} · ${ago(image.createdAt)}`))),
    h('span', { class: 'card-pick' }, pick));
  el.classList.toggle('fresh', Boolean(fresh));
}
