// Does the works EngineBench asks for, one line each: path, format and sides, by tabs.
// Answers with the CPU microseconds of this whole process and the number of files written beside it.
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import sharp from 'sharp';

sharp.concurrency(1);
sharp.cache(false);

async function render(path, format, side) {
  let image = sharp(path).autoOrient();
  if (side > 0) {
    image = image.resize(side, side, { fit: 'inside', withoutEnlargement: true });
  }
  return format === 'webp'
    ? image.webp({ quality: 80, effort: 4 }).toBuffer()
    : image.jpeg({ quality: 80 }).toBuffer();
}

for await (const line of createInterface({ input: process.stdin })) {
  try {
    if (line === 'versions') {
      console.log(`sharp ${sharp.versions.sharp}, libvips ${sharp.versions.vips}, `
        + `libwebp ${sharp.versions.webp}, node ${process.version}`);
      continue;
    }
    const [path, format, sides] = line.split('\t');
    const before = process.cpuUsage();
    const outputs = [];
    for (const side of JSON.parse(sides)) {
      outputs.push(await render(path, format, side));
    }
    const used = process.cpuUsage(before);
    outputs.forEach((output, i) => writeFileSync(`out-${i}`, output));
    console.log(`${used.user + used.system} ${outputs.length}`);
  } catch (error) {
    console.log(`! ${error.message.replaceAll('\n', ' ')}`);
  }
}
