import { expect, test } from 'vitest';
import { checkPasswordForm } from './index.ts';

const about = { email: 'maria.georgiou@example.com', names: ['Μαρία Γεωργίου', 'Meltemi Coffee'] };
const refusalOf = (password: string) => {
  const result = checkPasswordForm(password, about);
  return result.ok ? null : result.failure.code;
};

test('a password has ten characters, whatever script they are of', () => {
  expect(refusalOf('ninechars')).toBe('access.password_too_short');
  expect(refusalOf('🌻🌻🌻🌻🌻')).toBe('access.password_too_short');
  expect(refusalOf('καλημέρα κόσμε')).toBeNull();
  expect(refusalOf('x'.repeat(129))).toBe('access.password_too_long');
});

test('a password is not what anybody knows of its owner', () => {
  expect(refusalOf('Maria.Georgiou@Example.com!')).toBe('access.password_is_email');
  expect(refusalOf('maria-georgiou')).toBe('access.password_is_email');
  expect(refusalOf('ΜΑΡΊΑ γεωργίου')).toBe('access.password_is_name');
  expect(refusalOf('meltemicoffee')).toBe('access.password_is_name');
});

test('a password may be made of anything', () => {
  expect(refusalOf('only small letters here')).toBeNull();
  expect(refusalOf('8812 4417 9023')).toBeNull();
});
