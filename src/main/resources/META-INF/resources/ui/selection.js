// Several images at once: into an ordered set, or away.
import { call, explain } from './api.js';
import { h, ask, toast, announce } from './dom.js';

export class Selection {
  #picked = new Map();

  constructor(done) {
    this.done = done;
    this.count = h('strong', { class: 'number' });
    this.reason = h('span', { class: 'small muted' });
    this.confirm = h('button', { type: 'button', class: 'button primary', onclick: () => this.#toSet() }, 'Put into a set');
    this.element = h('div', { class: 'selection', role: 'region', 'aria-label': 'Selected images', hidden: true },
      this.count, this.reason, this.confirm,
      h('button', { type: 'button', class: 'button danger', onclick: () => this.#delete() }, 'Delete'),
      h('button', { type: 'button', class: 'button quiet', onclick: () => this.clear() }, 'Clear'));
  }

  has(id) {
    return this.#picked.has(id);
  }

  toggle(image, on) {
    if (on) this.#picked.set(image.id, image);
    else this.#picked.delete(image.id);
    this.#draw();
    announce(`${this.#picked.size} selected`);
  }

  remove(id) {
    if (this.#picked.delete(id)) this.#draw();
  }

  keep(cards) {
    for (const id of this.#picked.keys()) if (!cards.has(id)) this.#picked.delete(id);
    this.#draw();
  }

  clear() {
    this.#picked.clear();
    document.querySelectorAll('.card-pick input:checked').forEach((box) => (box.checked = false));
    this.#draw();
  }

  #draw() {
    const images = [...this.#picked.values()];
    const why = refusal(images);
    this.element.hidden = images.length === 0;
    this.count.textContent = `${images.length} selected`;
    this.reason.textContent = why;
    this.confirm.disabled = Boolean(why);
  }

  #toSet() {
    const images = [...this.#picked.values()];
    sessionStorage.setItem('image-service.candidates', JSON.stringify(images.map((i) => i.id)));
    const reference = images.find((i) => i.referenceId)?.referenceId ?? '';
    location.hash = `#/sets/${images[0].category}/${encodeURIComponent(reference)}`;
  }

  async #delete() {
    const ids = [...this.#picked.keys()];
    const agreed = await ask(`Delete ${ids.length} ${ids.length === 1 ? 'image' : 'images'}?`, 'They are gone at once for everybody; a confirmed one leaves its set. This cannot be undone.', 'Delete');
    if (!agreed) return;
    const results = await Promise.allSettled(ids.map((id) => call('DELETE', `/api/v1/images/${id}`)));
    const failed = results.filter((r) => r.status === 'rejected' && r.reason.status !== 404);
    if (failed.length) toast(`${failed.length} could not be deleted`, { kind: 'error', detail: explain(failed[0].reason, 'images:delete').text });
    else toast(`${ids.length} deleted`);
    this.clear();
    this.done({ quiet: true });
  }
}

/** Why these cannot become one set, or nothing. */
function refusal(images) {
  if (new Set(images.map((i) => i.category)).size > 1) return 'Of different categories';
  if (images.some((i) => i.status !== 'READY' && i.status !== 'CONFIRMED')) return 'Not all are ready';
  if (new Set(images.map((i) => i.referenceId).filter(Boolean)).size > 1) return 'Of different references';
  return '';
}
