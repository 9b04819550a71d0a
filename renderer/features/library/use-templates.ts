import { templates } from '../../../shared/templates/built-in'
import { type Template, templateSchema } from '../../../shared/templates/template'
import { useDevice } from '../../storage/use-device'

/** Templates to choose from: the user's own first. TPL1: one that is not valid is left out. */
export function useTemplates(): {
  readonly own: readonly Template[]
  readonly builtIn: readonly Template[]
  readonly remove: (id: string) => void
} {
  const { device, change } = useDevice()
  const own = device.templates.flatMap((data) => {
    const parsed = templateSchema.safeParse(data) // TPL1
    return parsed.success ? [parsed.data] : []
  })
  return {
    own,
    builtIn: templates,
    remove: (id) => change({ templates: device.templates.filter((data) => (data as { id?: unknown }).id !== id) }),
  }
}
