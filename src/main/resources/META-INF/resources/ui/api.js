// The one way to the service: adds the caller's credential, turns problem+json into Problem.

const STORE = 'image-service.credential';

export const credential = {
  get: () => sessionStorage.getItem(STORE) ?? '',
  /** Tells the page by `credential`: another caller may be shown other things. */
  set: (value) => {
    if (value) sessionStorage.setItem(STORE, value);
    else sessionStorage.removeItem(STORE);
    dispatchEvent(new Event('credential'));
  },
};

/** What a 401 or 403 means to a person; nothing for another status. */
export function denial(status, scope) {
  if (status === 401) return credential.get() ? 'The service does not know this key or token, or it has ended.' : 'The service wants to know who you are: it asks for a key or token.';
  if (status === 403) return `Your key or token does not allow this${scope ? `: it needs ${scope}` : ''}.`;
  return '';
}

/** A bare token is sent as Bearer; "Scheme value" as it is. */
export function authorization() {
  const value = credential.get().trim();
  if (!value) return {};
  return { Authorization: value.includes(' ') ? value : `Bearer ${value}` };
}

export class Problem extends Error {
  constructor(status, body, retryAfter) {
    super(body.detail || body.title || `The service answered ${status}`);
    this.status = status;
    this.code = body.code ?? '';
    this.title = body.title ?? '';
    this.errors = body.errors ?? [];
    this.traceId = body.traceId ?? '';
    this.retryAfter = retryAfter ? Number(retryAfter) : null;
  }
}

export class Unreachable extends Error {
  constructor() {
    super('The service cannot be reached');
    this.code = '';
    this.errors = [];
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** Calls the service and gives {body, headers, status}; throws Problem or Unreachable. */
export async function call(method, path, { json, headers = {}, signal } = {}) {
  const init = { method, signal, headers: { Accept: 'application/json', ...authorization(), ...headers } };
  if (json !== undefined) {
    init.body = JSON.stringify(json);
    init.headers['Content-Type'] = 'application/json';
  }
  let response;
  try {
    response = await fetch(path, init);
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Unreachable();
  }
  const body = parsed(await response.text());
  if (!response.ok) throw new Problem(response.status, body, response.headers.get('Retry-After'));
  return { body, headers: response.headers, status: response.status };
}

export const get = async (path, options) => (await call('GET', path, options)).body;

/** Uploads one form with progress (0..1); fetch cannot tell progress, XMLHttpRequest can. */
export function upload(form, { key, onprogress, signal }) {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', '/api/v1/images');
    for (const [name, value] of Object.entries({ Accept: 'application/json', 'Idempotency-Key': key, ...authorization() })) {
      xhr.setRequestHeader(name, value);
    }
    xhr.upload.onprogress = (e) => e.lengthComputable && onprogress(e.loaded / e.total);
    xhr.onload = () => {
      const body = parsed(xhr.responseText);
      if (xhr.status >= 200 && xhr.status < 300) resolve(body);
      else reject(new Problem(xhr.status, body, xhr.getResponseHeader('Retry-After')));
    };
    xhr.onerror = () => reject(new Unreachable());
    xhr.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    signal?.addEventListener('abort', () => xhr.abort());
    xhr.send(form);
  });
}

/** Random UUID; crypto.randomUUID is missing on plain http. */
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const b = crypto.getRandomValues(new Uint8Array(16));
  const x = [...b].map((n) => n.toString(16).padStart(2, '0')).join('');
  return `${x.slice(0, 8)}-${x.slice(8, 12)}-4${x.slice(13, 16)}-a${x.slice(17, 20)}-${x.slice(20)}`;
}

/** What to say of an error: what happened, its code, and the trace to quote; `scope` is what the call needs. */
export function explain(error, scope) {
  const more = error.errors?.length > 1 ? error.errors.map((e) => e.detail) : [];
  return { text: denial(error.status, scope) || error.message, code: error.code ?? '', trace: error.traceId ?? '', more };
}

/** The service's absolute links, used on this origin: the base URL may name another host. */
export function local(url) {
  if (!url) return '';
  const parsedUrl = new URL(url, location.origin);
  return parsedUrl.pathname + parsedUrl.search;
}
