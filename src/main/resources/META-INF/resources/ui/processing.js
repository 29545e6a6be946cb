// The choice of processing: the type's renditions, a preset, a watermark with preview, or own steps.
import { h } from './dom.js';

const CHOICES = [
  ['standard', 'Standard', 'WebP in full size, with 100, 300 and 1200 px beside it'],
  ['thumbnail', 'Thumbnail', 'One picture that fits into 300 × 300'],
  ['resize', 'Resize', 'One picture that fits into 1200 × 1200'],
  ['watermark', 'Watermark', 'Full size with the mark of this service, and a 300 px thumbnail'],
  ['custom', 'Own steps', 'Steps joined by | ; one line for each picture wanted'],
];
const POSITIONS = ['northwest', 'north', 'northeast', 'west', 'center', 'east', 'southwest', 'south', 'southeast', 'tile'];

/** Gives {element, pipelines(), preview(file)}; pipelines() is what goes into `processing`. */
export function processingChoice() {
  const select = h('select', { class: 'input', id: 'processing' }, CHOICES.map(([value, name]) => h('option', { value }, name)));
  const about = h('small', {});
  const mark = watermarkFields();
  const own = h('textarea', { class: 'input mono', rows: 3, spellcheck: 'false', 'aria-label': 'Processing steps', placeholder: 'crop:800x800|grayscale\nthumbnail:200x200|format:png' });
  const show = () => {
    about.textContent = CHOICES.find(([value]) => value === select.value)[2];
    mark.element.hidden = select.value !== 'watermark';
    own.hidden = select.value !== 'custom';
    mark.paint();
  };
  select.addEventListener('change', show);
  const element = h('div', { class: 'stack processing' },
    h('label', { class: 'field' }, h('span', {}, 'Processing'), select, about), mark.element, own);
  show();
  const pipelines = () => {
    switch (select.value) {
      case 'thumbnail': return ['preset:thumbnail'];
      case 'resize': return ['preset:resize'];
      case 'watermark': return [mark.step(), `${mark.step()}|resize:300x300`];
      case 'custom': return own.value.split('\n').map((line) => line.trim()).filter(Boolean);
      default: return [];
    }
  };
  return { element, pipelines, preview: mark.preview };
}

function watermarkFields() {
  const position = h('select', { class: 'input' }, POSITIONS.map((p) => h('option', { value: p, selected: p === 'southeast' }, p)));
  const opacity = h('input', { type: 'range', min: '0.05', max: '1', step: '0.05', value: '0.4' });
  const scale = h('input', { type: 'range', min: '0.05', max: '1', step: '0.05', value: '0.2' });
  const canvas = h('canvas', { width: 600, height: 400, role: 'img', 'aria-label': 'Where the watermark will be' });
  const source = { picture: null };
  const paint = () => draw(canvas, source.picture, position.value, Number(opacity.value), Number(scale.value));
  for (const input of [position, opacity, scale]) input.addEventListener('input', paint);
  const preview = async (file) => {
    try {
      source.picture = await createImageBitmap(file, { resizeWidth: 1200 });
    } catch {
      source.picture = null;
    }
    paint();
  };
  const element = h('div', { class: 'stack watermark' }, canvas,
    h('label', { class: 'field' }, h('span', {}, 'Position'), position),
    h('label', { class: 'field' }, h('span', {}, 'Opacity'), opacity),
    h('label', { class: 'field' }, h('span', {}, 'Size'), scale),
    h('p', { class: 'small muted' }, 'Shows place, strength and size. The mark itself is the one of this service.'));
  return { element, paint, preview, step: () => `watermark:${position.value},${opacity.value},${scale.value}` };
}

function draw(canvas, picture, position, opacity, scale) {
  const c = canvas.getContext('2d');
  const { width, height } = canvas;
  if (picture) {
    const fit = Math.max(width / picture.width, height / picture.height);
    c.drawImage(picture, (width - picture.width * fit) / 2, (height - picture.height * fit) / 2, picture.width * fit, picture.height * fit);
  } else {
    const sky = c.createLinearGradient(0, 0, width, height);
    sky.addColorStop(0, '#35697c');
    sky.addColorStop(1, '#c98f5d');
    c.fillStyle = sky;
    c.fillRect(0, 0, width, height);
  }
  const w = scale * Math.min(width, height);
  const mark = { w, h: w * 0.4 };
  c.globalAlpha = opacity;
  for (const [x, y] of places(position, width, height, mark)) drawMark(c, x, y, mark);
  c.globalAlpha = 1;
}

/** As the engine places it: a margin of a quarter of the mark's shorter side. */
function places(position, width, height, mark) {
  const margin = mark.h / 4;
  if (position === 'tile') {
    const all = [];
    for (let y = margin; y < height; y += mark.h + margin) for (let x = margin; x < width; x += mark.w + margin) all.push([x, y]);
    return all;
  }
  const x = position.includes('west') ? margin : position.includes('east') ? width - mark.w - margin : (width - mark.w) / 2;
  const y = position.includes('north') ? margin : position.includes('south') ? height - mark.h - margin : (height - mark.h) / 2;
  return [[x, y]];
}

function drawMark(c, x, y, mark) {
  c.fillStyle = '#ffffff';
  c.beginPath();
  c.roundRect(x, y, mark.w, mark.h, mark.h / 4);
  c.fill();
  c.fillStyle = '#1b1d1c';
  c.font = `600 ${mark.h * 0.5}px sans-serif`;
  c.textAlign = 'center';
  c.textBaseline = 'middle';
  c.fillText('MARK', x + mark.w / 2, y + mark.h / 2, mark.w * 0.9);
}
