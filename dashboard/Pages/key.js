// Shows the key to the host once. If it is right, this tab keeps it and the page behind is loaded.
const input = document.getElementById('input');
const told = document.getElementById('told');

function kept() {
  try {
    return sessionStorage.getItem('key');
  } catch {
    return null;
  }
}
function keep(key) {
  try {
    sessionStorage.setItem('key', key);
  } catch {
    /* the page behind will ask */
  }
}

async function show(key) {
  try {
    const headers = { Authorization: 'Bearer ' + key };
    const answer = await fetch('/live/key', { method: 'POST', headers, cache: 'no-store' });
    if (!answer.ok) return answer.status === 401 ? 'The key is not valid. 密钥无效' : answer.statusText;
    keep(key);
    location.reload();
    return '';
  } catch {
    return 'The host did not answer. 无响应';
  }
}

document.getElementById('form').addEventListener('submit', async event => {
  event.preventDefault();
  told.textContent = await show(input.value.trim());
  input.select();
});

// A tab that has a key already, as after a restart of the browser, need not be asked for it.
if (kept()) show(kept());
