using Microsoft.Playwright;

namespace FlashSale.Tests.Dashboard;

/// <summary>One headless Chromium for all tests of pages.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The folder that pictures go to.</summary>
    public static string Pictures { get; } =
        Path.Combine(Conventions.RepositoryRoot.Path, "artifacts", "screenshots");

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Reason is null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = BrowserFactAttribute.Chromium,
                Args = ["--no-sandbox", "--disable-gpu"],
            });
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A window of this size that nobody has used before.</summary>
    internal async Task<Window> Open(int width = 1_920, int height = 1_080, bool isMotionReduced = true)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ReducedMotion = isMotionReduced ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
        });
        return new Window(context, await context.NewPageAsync());
    }
}

/// <summary>A window of the browser, with what went wrong in it.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];
    private string _host = "";

    public Window(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => Note(message.Type == "error", message.Text);
        page.PageError += (_, fault) => Note(true, fault);
        page.Request += (_, request) => Note(
            !request.Url.StartsWith(_host, StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal),
            $"a request to {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>Errors on the console, and requests to other hosts.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (_faults)
            {
                return [.. _faults];
            }
        }
    }

    /// <summary>Goes to a page and waits until it is live.</summary>
    public async Task Visit(string host, string path)
    {
        _host = host;
        await Page.GotoAsync(host + path);
        await Assertions.Expect(Page.Locator("#state")).ToHaveAttributeAsync("data-state", "live", new()
        {
            Timeout = Patience,
        });
    }

    /// <summary>Goes to a page that asks for a key, shows it, and waits until the page is live.</summary>
    public async Task VisitWithKey(string host, string path, string key)
    {
        _host = host;
        await Page.GotoAsync(host + path);
        await Page.Locator("#input").FillAsync(key);
        await Page.Locator("button").ClickAsync();
        await Assertions.Expect(Page.Locator("#state")).ToHaveAttributeAsync("data-state", "live", new()
        {
            Timeout = Patience,
        });
    }

    /// <summary>How long a test waits for something that a page should do.</summary>
    public const float Patience = 20_000;

    public Task Picture(string name)
    {
        Directory.CreateDirectory(Browser.Pictures);
        return Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Browser.Pictures, name + ".jpg"),
            Type = ScreenshotType.Jpeg,
            Quality = 82,
        });
    }

    /// <summary>
    /// What sticks out of the window, or of a panel that shows all it has; scrolling parts may hold more.
    /// </summary>
    public Task<string[]> Overflow() => Page.EvaluateAsync<string[]>("""
        () => {
          const wide = document.documentElement.clientWidth;
          const inScroll = one => one.closest('.scroll, nav, .vh, svg, dialog, #toast') !== null;
          const right = one => Math.round(one.getBoundingClientRect().right);
          const out = [...document.body.querySelectorAll('*')]
            .filter(one => !inScroll(one) && one.checkVisibility())
            .filter(one => one.getBoundingClientRect().width > 0 && right(one) > wide + 1)
            .map(one => `${one.tagName}#${one.id}.${one.className} ends at ${right(one)}`).slice(0, 5);
          const page = document.documentElement.scrollWidth;
          return page > wide ? [...out, `the page is ${page} wide`] : out;
        }
        """);

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Note(bool isFault, string what)
    {
        if (isFault)
        {
            lock (_faults)
            {
                _faults.Add(what);
            }
        }
    }
}
