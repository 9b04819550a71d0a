import type { ReactNode, RefAttributes } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Link as AriaLink } from 'react-aria-components'
import styles from './button.module.css'
import { cx } from './cx'
import { Icon } from './icon'
import type { IconName } from './icon-paths'
import { Tip } from './tooltip'

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'live' | 'danger'
/** 24, 32 and 40 px high; `large` for what is pressed during the meeting. */
export type ButtonSize = 'small' | 'medium' | 'large'

export interface ButtonProps
  extends RefAttributes<HTMLButtonElement>, Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'> {
  readonly look?: ButtonLook
  readonly size?: ButtonSize
  readonly icon?: IconName
  readonly children: ReactNode
  /** Fills the width it is given. */
  readonly isWide?: boolean
}

/** A button with words. One `primary` at most in a view: the thing to do next. */
export function Button({ look = 'plain', size = 'medium', icon, children, isWide, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={cx(styles['button'], styles[look], styles[size], isWide && styles['wide'])}>
      {icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  )
}

export interface SaveLinkProps extends Pick<ButtonProps, 'look' | 'size' | 'children'> {
  readonly href: string
  /** The name under which it is saved. */
  readonly name: string
}

/** Looks like a button and saves a file. */
export function SaveLink({ href, name, look = 'plain', size = 'medium', children }: SaveLinkProps) {
  return (
    <AriaLink href={href} download={name} className={cx(styles['button'], styles[look], styles[size], styles['link'])}>
      <Icon name="save" />
      {children}
    </AriaLink>
  )
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> {
  readonly icon: IconName
  /** What it does; shown as a tip and read aloud. */
  readonly label: string
  /** Key to press instead, shown in the tip. */
  readonly keys?: string
}

/** A button with only a drawing; its label is shown on hover and focus. */
export function IconButton({ icon, label, keys, look = 'quiet', size = 'medium', isWide: _isWide, ...rest }: IconButtonProps) {
  return (
    <Tip text={label} {...(keys === undefined ? {} : { keys })}>
      <AriaButton {...rest} aria-label={label} className={cx(styles['button'], styles['square'], styles[look], styles[size])}>
        <Icon name={icon} />
      </AriaButton>
    </Tip>
  )
}
