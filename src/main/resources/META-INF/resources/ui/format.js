// Numbers, times and words as people read them.

export const STATUS = { TEMP: 'Processing', READY: 'Ready', CONFIRMED: 'Confirmed', FAILED: 'Failed', DELETED: 'Deleted' };

/** 1 MB is 1,048,576 bytes, as the service counts. */
export function size(bytes) {
  if (bytes === null || bytes === undefined) return '';
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${trim(bytes / 1024)} KB`;
  return `${trim(bytes / 1024 / 1024)} MB`;
}

function trim(n) {
  return n < 10 ? n.toFixed(1).replace(/\.0$/, '') : String(Math.round(n));
}

export function dimensions(width, height) {
  return width && height ? `${width} × ${height}` : '';
}

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

export function when(iso) {
  return iso ? WHEN.format(new Date(iso)) : '';
}

export function ago(iso, now = Date.now()) {
  const s = Math.max(0, (now - new Date(iso)) / 1000);
  if (s < 45) return 'now';
  if (s < 3600) return `${Math.max(1, Math.round(s / 60))} min`;
  if (s < 86400) return `${Math.round(s / 3600)} h`;
  return `${Math.round(s / 86400)} d`;
}

/** Seconds as an age: 3 s, 4 min, 2 h, 5 d. */
export function age(seconds) {
  if (seconds === null || seconds === undefined) return 'none';
  if (seconds < 1) return 'under 1 s';
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172800) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86400)} d`;
}
