/** Export profiles on the command line, and what a delivery was in one sentence. */
import { EXPORT_FORMATS } from '../../shared/contract/contract.ts';
import type { DeliveryCounts, DeliveryReport } from '../../shared/contract/delivery.ts';
import { type ExportProfile, plainProfile } from '../../shared/contract/profile.ts';
import { PROFILES, readShared } from '../archive/shared-data.ts';
import { realFiles } from '../desk/files.ts';
import { oneOf } from './arguments.ts';
import { Complaint, Usage } from './io.ts';

/**
 * The profile of that name of the archive `root` (null: the files lie in none), or the plain one of a format. Rejects
 * with `Usage` when neither or both are named.
 */
export async function profileOf(
  { format, profile }: { readonly format?: string | undefined; readonly profile?: string | undefined },
  root: string | null,
): Promise<ExportProfile> {
  const plain = oneOf('--format', format, EXPORT_FORMATS);
  if (plain !== undefined && profile !== undefined) throw new Usage('Name a format or a profile, not both.');
  if (plain !== undefined) return plainProfile(plain);
  if (profile === undefined)
    throw new Usage(`Say the format: --format ${EXPORT_FORMATS.join(', ')}; or a profile: --profile NAME.`);
  const { profiles } = root === null ? { profiles: [] } : await readShared(realFiles, root, PROFILES);
  const found = profiles.find(({ name }) => name === profile);
  if (found) return found;
  const names = profiles.map(({ name }) => name).join(', ');
  throw new Complaint(names === '' ? 'The archive has no profiles.' : `The profiles are ${names}.`, profile);
}

/** What is new in a delivery. */
export function reportSentence({ files, articles, numbered, unencodable }: DeliveryReport, isDry: boolean): string {
  const told = [
    `${isDry ? 'Files that would be' : 'Files'} ${countsOf(files)}.`,
    `Articles ${countsOf(articles)}.`,
    ...(numbered > 0 ? [`Numbered, because another file has the name: ${numbered}.`] : []),
    ...(unencodable > 0
      ? [`With characters that the encoding can't hold, written by their number: ${unencodable}.`]
      : []),
  ];
  return told.join(' ');
}

const countsOf = ({ added, changed, unchanged, withdrawn }: DeliveryCounts): string =>
  `added ${added}, changed ${changed}, unchanged ${unchanged}, withdrawn ${withdrawn}`;
