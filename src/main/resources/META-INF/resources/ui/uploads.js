// The uploads of this tab: three at a time, each with its progress, alive while pages change.
import { Problem, Unreachable, explain, get, upload, uuid } from './api.js';

const AT_ONCE = 3;
const TRIES = 5;
const LONGEST_WAIT = 32;

/** `change` is dispatched with detail = the upload whenever one of them changes. */
export class Uploads extends EventTarget {
  list = [];

  constructor(feed) {
    super();
    this.feed = feed;
    feed.addEventListener('status', (e) => this.#heard(e.detail));
    feed.addEventListener('resync', () => this.#ask());
    feed.addEventListener('state', (e) => e.detail.state === 'live' && this.#again());
  }

  add(files, { category, referenceId, processing }) {
    for (const file of files) {
      const one = { key: uuid(), file, category, referenceId, processing, state: 'waiting', progress: 0, image: null, problem: null, tries: 0 };
      this.list.unshift(one);
      this.#tell(one);
    }
    this.#pump();
  }

  retry(one) {
    Object.assign(one, { state: 'waiting', problem: null, progress: 0, tries: 0 });
    // A refusal was answered for good under the old key.
    one.key = uuid();
    this.#tell(one);
    this.#pump();
  }

  remove(one) {
    one.abort?.abort();
    this.list = this.list.filter((other) => other !== one);
    this.#tell(one);
  }

  clear() {
    this.list = this.list.filter((one) => one.state === 'waiting' || one.state === 'sending');
    this.#tell(null);
  }

  #pump() {
    const sending = this.list.filter((one) => one.state === 'sending').length;
    const waiting = this.list.filter((one) => one.state === 'waiting').reverse();
    waiting.slice(0, Math.max(0, AT_ONCE - sending)).forEach((one) => this.#send(one));
  }

  async #send(one) {
    one.state = 'sending';
    one.abort = new AbortController();
    this.#tell(one);
    try {
      const body = await upload(form(one), { key: one.key, signal: one.abort.signal, onprogress: (p) => this.#progress(one, p) });
      Object.assign(one, { state: 'sent', progress: 1, image: { id: body.id, status: body.status } });
      this.#tell(one);
      // It may have been rendered before we knew its id.
      this.#check(one);
    } catch (error) {
      if (error.name !== 'AbortError') this.#failed(one, error);
    }
    this.#pump();
  }

  #failed(one, error) {
    const away = error instanceof Unreachable;
    const busy = away || (error instanceof Problem && error.status === 503);
    one.tries++;
    // While nobody is there at all it waits for as long as it takes.
    if (busy && (one.tries <= TRIES || (away && this.feed.state !== 'live'))) {
      // The same key: an upload whose answer was lost is not done twice.
      one.state = 'later';
      setTimeout(() => one.state === 'later' && this.#wake(one), 1000 * (error.retryAfter ?? Math.min(2 ** one.tries, LONGEST_WAIT)));
    } else {
      Object.assign(one, { state: 'refused', problem: explain(error, 'images:write') });
    }
    this.#tell(one);
  }

  /** The service is back: what waited for it goes at once. */
  #again() {
    this.list.filter((one) => one.state === 'later').forEach((one) => {
      one.tries = 0;
      this.#wake(one);
    });
  }

  #wake(one) {
    one.state = 'waiting';
    this.#tell(one);
    this.#pump();
  }

  #progress(one, progress) {
    one.progress = progress;
    this.#tell(one);
  }

  async #check(one) {
    const before = one.image.status;
    try {
      const now = await get(`/api/v1/images/${one.image.id}/status`);
      // What the stream told meanwhile is newer than this answer.
      if (one.image.status !== before) return;
      Object.assign(one.image, { status: now.status, error: now.error });
      this.#tell(one);
    } catch {
      // The stream or the next resync will tell.
    }
  }

  #ask() {
    this.list.filter((one) => one.image?.status === 'TEMP').forEach((one) => this.#check(one));
  }

  #heard(event) {
    const one = this.list.find((other) => other.image?.id === event.imageId);
    if (!one) return;
    one.image.status = event.newStatus;
    if (event.newStatus === 'FAILED') this.#check(one);
    this.#tell(one);
  }

  #tell(one) {
    this.dispatchEvent(new CustomEvent('change', { detail: one }));
  }
}

function form({ file, category, referenceId, processing }) {
  const data = new FormData();
  data.append('category', category);
  if (referenceId) data.append('referenceId', referenceId);
  processing.forEach((pipeline) => data.append('processing', pipeline));
  data.append('file', file, file.name || 'pasted.png');
  return data;
}
