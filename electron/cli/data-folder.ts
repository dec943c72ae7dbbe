/** Where a command finds what Galley keeps on this machine. */
import { homedir } from 'node:os';
import { dataFolder } from '../host/data-folder.ts';
import type { Io } from './io.ts';

export const dataFolderOf = ({ env }: Pick<Io, 'env'>): string =>
  dataFolder({ env, platform: process.platform, home: homedir() });
