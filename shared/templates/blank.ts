import type { TemplateData } from './template'

export const blank: TemplateData = {
  id: 'blank',
  name: 'Blank',
  description: 'An empty agenda, to be filled by hand.',
  kind: 'technical-review',
}
