import { readFile, stat } from 'node:fs/promises'
import {
  aboutFile,
  type Diagnostic,
  POLICY_TEXT_MAX,
  readPolicy,
  type Reading,
} from '../policy/index.ts'

/** A policy file that was looked at: its text when it could be read, and what became of it. */
export type PolicyFile = Reading & { readonly text: string }

/**
 * Reads and checks a policy file, with its text changed first where `change` is given; whatever is
 * wrong with the file itself is a diagnostic too.
 */
export async function openPolicy(
  path: string,
  today: string,
  change: (text: string) => string = text => text,
): Promise<PolicyFile> {
  const read = await textOf(path)
  if (typeof read !== 'string') return { policy: undefined, diagnostics: [read], text: '' }
  const found = change(read)
  return { ...readPolicy(found, path, today), text: found }
}

async function textOf(path: string): Promise<string | Diagnostic> {
  try {
    const about = await stat(path)
    if (!about.isFile()) return notAFile(path, about.isDirectory())
    if (about.size > POLICY_TEXT_MAX) return tooLarge(path, about.size)
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path))
  } catch (error) {
    return unreadable(path, error)
  }
}

function notAFile(path: string, isFolder: boolean): Diagnostic {
  const what = isFolder ? 'a folder' : 'no regular file'
  const help = 'name the policy file itself, for example `policies/childrens-shop.yaml`'
  return aboutFile('L0002', path, `\`${path}\` is ${what}`, help)
}

function tooLarge(path: string, bytes: number): Diagnostic {
  const size = (bytes / 1024 / 1024).toFixed(1)
  const help = 'a policy of a large company is under 100 kB; is this the right file?'
  return aboutFile('L0004', path, `\`${path}\` is ${size} MiB, more than the 1 MiB allowed`, help)
}

function unreadable(path: string, error: unknown): Diagnostic {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return aboutFile('L0003', path, `\`${path}\` is not UTF-8 text`, 'save it as UTF-8')
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return aboutFile('L0001', path, `there is no file \`${path}\``, 'check the name and the folder')
  const help = 'check the path and that you may read it'
  return aboutFile('L0005', path, `\`${path}\` cannot be read (${code})`, help)
}
