// Shows an image of the service: its best rendition for the place, a placeholder until it is there.
import { authorization } from './api.js';
import { h, toast } from './dom.js';
import { paintBlurHash } from './blurhash.js';

/** The rendition to show where `wanted` (names, best first) would fit, or null. */
export function rendition(image, ...wanted) {
  const all = image.renditions ?? [];
  return wanted.map((name) => all.find((r) => r.name === name)).find(Boolean) ?? null;
}

const SHOWABLE = new Set(['JPEG', 'JPG', 'PNG', 'GIF', 'WEBP', 'AVIF', 'BMP']);

export const live = (image) => image.status === 'READY' || image.status === 'CONFIRMED';

export function contentPath(id, name) {
  return `/api/v1/images/${id}/content?rendition=${encodeURIComponent(name)}`;
}

/** A frame with the image in it, or with words on why there is none. */
export function picture(image, wanted, { alt = '', eager = false } = {}) {
  const frame = h('span', { class: 'picture' });
  placeholder(frame, image);
  const found = live(image) ? rendition(image, ...wanted) : null;
  if (!found) {
    frame.append(h('span', { class: 'picture-words', 'aria-hidden': 'true' }, words(image)));
  } else if (!SHOWABLE.has(String(found.format).toUpperCase())) {
    frame.append(h('span', { class: 'picture-words', 'aria-hidden': 'true' }, found.format));
  } else {
    frame.append(img(contentPath(image.id, found.name), alt, found, eager));
  }
  return frame;
}

function words(image) {
  if (image.status === 'TEMP') return 'Being rendered';
  if (image.status === 'FAILED') return 'Could not be rendered';
  if (image.status === 'DELETED') return 'Deleted';
  return 'No preview';
}

function placeholder(frame, image) {
  if (image.dominantColour) frame.style.setProperty('background-color', image.dominantColour);
  if (!image.blurHash) return;
  const canvas = h('canvas', { width: 32, height: 32, 'aria-hidden': 'true' });
  if (paintBlurHash(canvas, image.blurHash)) frame.append(canvas);
}

function img(path, alt, { width, height }, eager) {
  const el = h('img', { alt, decoding: 'async', loading: eager ? 'eager' : 'lazy', width, height });
  el.addEventListener('load', () => el.classList.add('loaded'));
  el.addEventListener('error', () => {
    el.replaceWith(h('span', { class: 'picture-words broken', 'aria-hidden': 'true' }, 'Could not be loaded'));
  });
  load(el, path);
  return el;
}

/** With a credential the bytes are fetched, because an <img> cannot send the header. */
async function load(el, path) {
  if (!authorization().Authorization) {
    el.src = path;
    return;
  }
  try {
    const url = await blobUrl(path);
    el.addEventListener('load', () => URL.revokeObjectURL(url), { once: true });
    el.src = url;
  } catch {
    el.dispatchEvent(new Event('error'));
  }
}

async function blobUrl(path) {
  const response = await fetch(path, { headers: { Accept: 'image/*', ...authorization() } });
  if (!response.ok) throw new Error(String(response.status));
  return URL.createObjectURL(await response.blob());
}

/** Opens what a link leads to in a new tab; a link cannot send the header either. */
export async function openBytes(click) {
  if (!authorization().Authorization) return;
  click.preventDefault();
  // Before the bytes are there: later the browser would take it for a pop-up.
  const tab = open('', '_blank');
  try {
    tab.location = await blobUrl(click.currentTarget.href);
  } catch {
    tab.close();
    toast('It could not be opened', { kind: 'error' });
  }
}
