// Start reading here: the frame of the page. Each page is a module with `show(main, context)` that
// gives back a function to leave it.
import { Feed } from './events.js';
import * as gallery from './gallery.js';
import * as sets from './sets.js';
import * as operator from './operator.js';
import { openDetail, closeDetail } from './detail.js';
import { openSettings, startTheme } from './settings.js';
import { startBanner } from './banner.js';

const feed = new Feed();
const main = document.getElementById('main');
const PAGES = { gallery, sets, operator };
let current = { name: null, leave: () => {} };

/** `#/`, `#/images/ID`, `#/sets`, `#/sets/CATEGORY/REFERENCE`, `#/operator`. */
function route() {
  const [first = '', ...rest] = location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  if (first === 'main') return;
  if (first === 'images' && rest[0]) {
    if (!current.name) show('gallery', []);
    openDetail(rest[0], feed);
    return;
  }
  closeDetail();
  const name = PAGES[first] ? first : 'gallery';
  if (name !== current.name || name === 'sets') show(name, rest);
}

function show(name, rest) {
  current.leave();
  main.replaceChildren();
  const page = PAGES[name];
  document.title = `${page.title} · Image Service`;
  document.querySelectorAll('nav [data-page]').forEach((a) => {
    if (a.dataset.page === name) a.setAttribute('aria-current', 'page');
    else a.removeAttribute('aria-current');
  });
  if (current.name) main.focus({ preventScroll: true });
  current = { name, leave: page.show(main, { feed, rest }) ?? (() => {}) };
}

startTheme(document.getElementById('theme'));
startBanner(feed);
document.getElementById('settings').addEventListener('click', () => openSettings(feed));
document.querySelector('.skip').addEventListener('click', (e) => {
  e.preventDefault();
  main.focus();
});
addEventListener('hashchange', route);
route();
feed.start();
