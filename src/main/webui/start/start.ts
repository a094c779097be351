/** The start page: shuts the doors that lead nowhere yet, and says how to open them. */
const state = document.getElementById('state')!
document.getElementById('here')!.textContent = location.origin

async function look(): Promise<void> {
  const config = await fetch('demo/config.json')
  if (config.ok) {
    const { workbook } = (await config.json()) as { workbook?: boolean }
    return awaitWorkbook(workbook !== false)
  }
  for (const door of document.querySelectorAll('[data-demo]')) shut(door)
  const command = document.createElement('code')
  command.textContent = 'java -jar target/quarkus-app/quarkus-run.jar demo'
  state.replaceChildren('This Earshot runs without the demo. To see the shop and the workbook, start it with ', command)
  state.hidden = false
}

/** The demo's report is made after its first start, which takes some seconds. */
function awaitWorkbook(finished: boolean): void {
  const door = document.querySelector('[data-workbook]')!
  const link = door.querySelector('a')!
  if (!finished) {
    shut(door)
    link.textContent = 'The workbook is being made'
    setTimeout(() => void look(), 2000)
  } else if (!link.hasAttribute('href')) {
    door.classList.remove('shut')
    link.textContent = 'The workbook'
    link.setAttribute('href', 'demo/personality.xlsx')
  }
}

function shut(door: Element): void {
  door.classList.add('shut')
  door.querySelector('a')!.removeAttribute('href')
}

void look()
