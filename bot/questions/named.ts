import type { Label } from '../../domain/labels/label'
import type { Talk } from '../dialogue'
import type { Option } from './choice'
import { inLanguage } from '../../domain/labels/label'

/** Everything that these labels name, to choose from, in their order; typed names are understood in both languages. */
export function named(labels: Record<string, Label>) {
  return ({ person }: Talk): Option[] =>
    Object.entries(labels).map(([value, label]) => ({ value, label: inLanguage(label, person.language), also: [label.th, label.en] }))
}
