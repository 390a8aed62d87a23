# The frame of every page.
program-name = Nền Nếp
language-name = English
skip-to-content = To the main content
place-all = Places in the program
place-today = Today
place-meetings = Meetings
place-tasks = Tasks
place-books = Books
place-months = By month
place-organisations = Organisations
place-members = Members
place-setup = Setup
place-more = More
way-back = The way back

menu-account = Account and display
menu-settings = Display
menu-own-account = My account
menu-language = Language
menu-theme = Ground of the page
menu-sign-out = Sign out
theme-device = As the device
theme-light = Light
theme-dark = Dark

deed-undo = Undo
printed-at = Printed at { $time } on { $date }
assets-not-built = The look of the program has not been built. Run bin/setup, then start it again.
error-401 = You are not signed in
error-401-what = The session has ended or has not begun.
error-401-next = Sign in and do it again; what you wrote is still kept on this machine.
