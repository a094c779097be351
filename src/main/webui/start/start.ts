/** The start page: shuts the demo's doors when there is no demo, and says how to open them. */
const state = document.getElementById('state')!
document.getElementById('here')!.textContent = location.origin

async function look(): Promise<void> {
  const config = await fetch('demo/config.json')
  if (config.ok) return
  for (const door of document.querySelectorAll('[data-demo]')) {
    door.classList.add('shut')
    door.querySelector('a')!.removeAttribute('href')
  }
  const command = document.createElement('code')
  command.textContent = 'java -jar target/quarkus-app/quarkus-run.jar demo'
  state.replaceChildren('This Earshot runs without the demo. To see the shop and the workbook, start it with ', command)
  state.hidden = false
}

void look()
