// Server-sent events through fetch, because EventSource cannot send an Authorization header.
import { authorization } from './api.js';

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15000;
// The service beats every 15 s: silence much longer than two beats means the line is dead.
const SILENCE = 40000;

/** The gallery's stream. Dispatches `status` (detail = the event), `resync`, and `state` (live, lost). */
export class Feed extends EventTarget {
  #lastId = '';
  #wait = FIRST_WAIT;
  #abort = null;
  #timer = null;
  state = 'connecting';

  start() {
    this.#open();
  }

  /** Connects now instead of after the waiting time. */
  again() {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#open();
  }

  async #open() {
    const abort = new AbortController();
    this.#abort = abort;
    try {
      await this.#read(abort);
      this.#lost(abort);
    } catch {
      this.#lost(abort);
    }
  }

  async #read(abort) {
    this.status = 0;
    const headers = { Accept: 'text/event-stream', ...authorization() };
    if (this.#lastId) headers['Last-Event-ID'] = this.#lastId;
    const response = await fetch('/api/v1/events', { headers, signal: abort.signal, cache: 'no-store' });
    if (!response.ok) {
      this.status = response.status;
      throw new Error(`events: ${response.status}`);
    }
    this.#live();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const watchdog = setTimeout(() => abort.abort(), SILENCE);
      const { value, done } = await reader.read().finally(() => clearTimeout(watchdog));
      if (done) return;
      text += value;
      const blocks = text.split(/\r?\n\r?\n/);
      text = blocks.pop();
      blocks.forEach((block) => this.#event(block));
    }
  }

  #event(block) {
    let name = 'message';
    const data = [];
    for (const line of block.split(/\r?\n/)) {
      const [, field, value] = /^([a-z]*): ?(.*)$/.exec(line) ?? [];
      if (field === 'event') name = value;
      if (field === 'data') data.push(value);
      if (field === 'id') this.#lastId = value;
    }
    if (name === 'resync') this.dispatchEvent(new Event('resync'));
    if (name === 'status' && data.length) {
      this.dispatchEvent(new CustomEvent('status', { detail: JSON.parse(data.join('\n')) }));
    }
  }

  #live() {
    this.#wait = FIRST_WAIT;
    this.#tell('live');
    // Whatever happened before the line stood, or to another caller, was not heard.
    this.dispatchEvent(new Event('resync'));
  }

  #lost(abort) {
    if (abort !== this.#abort) return;
    const wait = this.#wait;
    this.#wait = Math.min(wait * 2, LONGEST_WAIT);
    this.#timer = setTimeout(() => this.#open(), wait);
    this.#tell('lost', wait);
  }

  #tell(state, wait = 0) {
    this.state = state;
    this.dispatchEvent(new CustomEvent('state', { detail: { state, wait, status: this.status } }));
  }
}
