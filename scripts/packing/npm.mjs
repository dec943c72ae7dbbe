/**
 * The npm package: the command, the function and the review kit, for people without a checkout. Everything is bundled,
 * so it depends on no package; Playwright, which only the kit needs, is the tester's own.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, environment, node, npm, root, run, Stop } from '../setup-here.mjs';
import { licenceText } from './licences.mjs';

/** The manifest of the package, made of the checkout's. */
export function packageManifest(checkout) {
  const { name, version, description, license, type, engines, devDependencies } = checkout;
  return {
    name,
    version,
    description,
    license,
    type,
    engines,
    keywords: ['newspaper', 'OCR', 'archive', 'article segmentation', '报纸'],
    bin: { galley: 'dist/electron/cli.js' },
    exports: {
      '.': { types: './types/electron/package/index.d.ts', default: './dist/electron/package.js' },
      './kit': { types: './types/e2e/kit/index.d.ts', default: './dist/kit/index.js' },
      './package.json': './package.json',
    },
    files: ['dist', 'types', 'resources', 'THIRD-PARTY-LICENSES.txt'],
    peerDependencies: { '@playwright/test': `^${devDependencies['@playwright/test']}` },
    peerDependenciesMeta: { '@playwright/test': { optional: true } },
  };
}

/**
 * Lays the package out in `folder` (emptied first) and packs it there. Needs a build.
 * @returns path of the .tgz
 */
export async function packNpm(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const noMaps = { recursive: true, filter: (path) => !path.endsWith('.map') };
  for (const part of ['electron', 'renderer', 'kit']) cpSync(join(dist, part), join(folder, 'dist', part), noMaps);
  cpSync(join(root, 'resources'), join(folder, 'resources'), { recursive: true });
  for (const file of ['LICENSE', 'README.md', 'CHANGELOG.md']) cpSync(join(root, file), join(folder, file));
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), licenceText(root));
  const manifest = packageManifest(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const types = [tsc, '-p', join(root, 'tsconfig.package.json'), '--outDir', join(folder, 'types')];
  if ((await run(node(), types)) !== 0) throw new Stop('The types of the package could not be written.');
  if ((await npm(['pack', '--silent'], { cwd: folder, env: environment() })) !== 0) throw new Stop('npm pack failed.');
  return join(folder, `${manifest.name}-${manifest.version}.tgz`);
}
