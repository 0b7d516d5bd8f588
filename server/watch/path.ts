/** A path of LINE's API without what stands for one person, group, message or menu: only fixed words and versions are kept. */
export function pathTemplate(path: string): string {
  return path.split('/').map(part => part === '' || fixed.test(part) ? part : '{id}').join('/')
}

const fixed = /^(?:v\d|[a-z]{1,20}|[a-z]{1,10}-[a-z]{1,10})$/
