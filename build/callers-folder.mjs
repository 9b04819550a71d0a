import { isAbsolute, resolve } from 'node:path'

const flag = '--data-dir'

/**
 * The arguments with a relative data folder, in both its forms, meant from `folder`: npm changes to the repository's before it runs us.
 * @param {readonly string[]} args
 * @param {string} folder
 */
export function fromCallersFolder(args, folder) {
  /** @param {string} path */
  const meant = (path) => (path === '' || isAbsolute(path) ? path : resolve(folder, path))
  return args.map((arg, index) => {
    if (arg.startsWith(`${flag}=`)) return `${flag}=${meant(arg.slice(flag.length + 1))}`
    return args[index - 1] === flag && !arg.startsWith('-') ? meant(arg) : arg
  })
}
