using FlashSale.Client;

namespace FlashSale.Tests.Client;

public sealed class ProgressViewTests
{
    private static readonly RunProgress Halfway = new(
        new DateTimeOffset(2018, 11, 11, 0, 14, 7, TimeSpan.FromHours(8)),
        0.5,
        Money.FromYuan(52_310_000_000),
        40_000_000);

    private const string Line = " 50 %  11 Nov 00:14:07  GMV ¥52.31bn  40.0m orders  about 0:00:02 left";

    [Fact]
    public void On_a_screen_a_bar_moves_in_place_and_is_wiped_at_the_end()
    {
        using var terminal = new TestTerminal(isScreen: true);
        var view = new ProgressView(terminal.Terminal, isQuiet: false);
        terminal.Clock.Move(seconds: 2);

        view.Show(Halfway);
        view.End();

        Assert.Equal($"\r\u001b[2K████████████░░░░░░░░░░░░ {Line}\r\u001b[2K", terminal.Error);
    }

    [Fact]
    public void In_a_log_a_plain_line_comes_every_ten_seconds()
    {
        using var terminal = new TestTerminal();
        var view = new ProgressView(terminal.Terminal, isQuiet: false);
        for (var second = 0; second < 25; second++)
        {
            terminal.Clock.Move(seconds: 1);
            view.Show(Halfway);
        }

        view.End();

        var lines = terminal.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Equal(" 50 %  11 Nov 00:14:07  GMV ¥52.31bn  40.0m orders  about 0:00:10 left", lines[0]);
    }

    [Fact]
    public void One_of_several_runs_says_which()
    {
        using var terminal = new TestTerminal();
        var view = new ProgressView(terminal.Terminal, isQuiet: false, "seed 3 of 20");
        terminal.Clock.Move(seconds: 10);

        view.Show(Halfway);

        Assert.StartsWith("seed 3 of 20   50 %  11 Nov", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void When_asked_to_be_quiet_nothing_is_shown()
    {
        using var terminal = new TestTerminal(isScreen: true);
        var view = new ProgressView(terminal.Terminal, isQuiet: true);
        terminal.Clock.Move(seconds: 60);

        view.Show(Halfway);
        view.End();

        Assert.Empty(terminal.Error);
    }

    [Theory]
    [InlineData(213_520_000_000, "¥213.52bn")]
    [InlineData(3_140_000, "¥3.1m")]
    [InlineData(-12_500, "¥-12.5k")]
    [InlineData(950, "¥950")]
    public void Yuan_are_shown_short(long yuan, string text) => Assert.Equal(text, Figures.Yuan(yuan));
}
