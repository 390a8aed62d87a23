# `nennep demo`: the sample and the accounts to try it with.
demo-filling = Making the sample
demo-holds-real = The folder { $folder } holds real data; a sample is only made in an empty folder. Name another one with --data.
demo-holds-another = { $folder } holds another sample (scale { $scale }, seed { $seed }, until { $until }). Name another folder with --data, or delete this one.
demo-too-early = The sample begins in July 2025; { $until } is earlier.
demo-incomplete = The sample in this folder was left half made. Run nennep demo again to make it anew.
demo-accounts = Sample data; all people are invented. Accounts to try it with:
demo-role-secretary = Secretary of a cell
demo-role-deputy = Deputy secretary
demo-role-member = Member
demo-role-overseer = Overseer of several cells
demo-role-organisation-office = Organisation office of the ward
demo-role-inspection-committee = Inspection committee
demo-role-leader = Secretary of the ward committee
demo-role-administrator = Administrator of the machine
demo-not-served = Done. Run this again without --no-serve to open the pages.
demo-open = Open the pages
