import { useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { Template } from '../../../shared/templates/template'
import { templateLengthMs } from '../../../shared/templates/template'
import { formatMinutes } from '../../../shared/timer/format'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Refused } from '../../ui/field'
import { TextField } from '../../ui/text-field'
import styles from './template-gallery.module.css'
import { useTemplates } from './use-templates'

export interface TemplateGalleryProps {
  readonly onClose: () => void
  /** Makes the review; answers null, or in words why not. */
  readonly onCreate: (template: Template, title: string) => Promise<string | null>
}

/** Every template with its agenda and length, and the title of the new review. */
export function TemplateGallery({ onClose, onCreate }: TemplateGalleryProps) {
  const { own, builtIn, remove } = useTemplates()
  const all = [...own, ...builtIn]
  const [chosenId, setChosenId] = useState(builtIn[0]?.id ?? '')
  const [title, setTitle] = useState('')
  const [error, setError] = useState('')
  const [isMaking, setMaking] = useState(false)
  const chosen = all.find(({ id }) => id === chosenId) ?? builtIn[0]

  async function create() {
    if (!chosen || isMaking) return
    if (title.trim() === '') return setError('Give the review a title.')
    setMaking(true)
    const refused = await onCreate(chosen, title.trim())
    setMaking(false)
    setError(refused ?? '')
  }

  return (
    <Dialog
      title="New review"
      isOpen
      onClose={onClose}
      width="wide"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={() => void create()} isDisabled={isMaking}>
            Create review
          </Button>
        </>
      }
    >
      <div className={styles['title']}>
        <TextField
          label="Title"
          value={title}
          onChange={setTitle}
          onEnter={() => void create()}
          placeholder="What is reviewed"
          maxLength={500}
          autoFocus
          error={error}
        />
      </div>
      <div className={styles['gallery']}>
        <ListBox
          className={styles['list'] ?? ''}
          aria-label="Template"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[chosen?.id ?? '']}
          onSelectionChange={(keys) => {
            const [key] = [...keys]
            if (key !== undefined) setChosenId(String(key))
          }}
        >
          {all.map((template) => (
            <ListBoxItem key={template.id} id={template.id} textValue={template.name} className={styles['template'] ?? ''}>
              <span className={styles['name']}>{template.name}</span>
              <span className={styles['length']}>{lengthWords(template)}</span>
              <span className={styles['description']}>{template.description || 'Saved from a review.'}</span>
            </ListBoxItem>
          ))}
        </ListBox>
        {chosen && <Preview template={chosen} {...(own.includes(chosen) ? { onRemove: () => remove(chosen.id) } : {})} />}
      </div>
      {all.length === 0 && <Refused>There is no template.</Refused>}
    </Dialog>
  )
}

function lengthWords(template: Template): string {
  const ms = templateLengthMs(template)
  return ms === 0 ? 'no agenda' : `${formatMinutes(ms)} min`
}

function Preview({ template, onRemove }: { readonly template: Template; readonly onRemove?: () => void }) {
  return (
    <section className={styles['preview']} aria-label={`Agenda of ${template.name}`}>
      {template.agenda.length === 0 ? (
        <p className={styles['description']}>The agenda is empty. Add items in Prepare.</p>
      ) : (
        <ol>
          {template.agenda.map((item, at) => (
            <li key={at}>
              <span className={styles['number']}>{at + 1}</span>
              <span>{item.title}</span>
              <span className={styles['length']}>{formatMinutes(item.plannedMs)} min</span>
            </li>
          ))}
        </ol>
      )}
      <p className={styles['with']}>
        {template.gateCriteria.length > 0 && `${template.gateCriteria.length} entrance and exit criteria. `}
        {template.checklist.length} checklist lines for presenters and reviewers.
        {template.criteria.length > 0 && ` Assessed: ${template.criteria.map(({ name }) => name.toLowerCase()).join(', ')}.`}
      </p>
      {onRemove && (
        <Button size="small" icon="remove" onPress={onRemove}>
          Remove this template
        </Button>
      )}
    </section>
  )
}
