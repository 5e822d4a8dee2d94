using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace FlashSale.Cluster.Tests;

/// <summary>What stands in a silo's log: what an operator should know.</summary>
public sealed class SiloLogTests
{
    [Theory]
    [InlineData("FlashSale.Silo.DeadSilos", LogEventLevel.Information, true)]
    [InlineData("FlashSale.Silo.DeadSilos", LogEventLevel.Debug, false)]
    [InlineData("FlashSaleLike", LogEventLevel.Information, false)]
    [InlineData("Orleans.Runtime.Silo", LogEventLevel.Information, false)]
    [InlineData("Orleans.Runtime.Silo", LogEventLevel.Warning, true)]
    [InlineData("Orleans.Runtime.SiloLifecycleSubject", LogEventLevel.Warning, false)]
    [InlineData("Polly", LogEventLevel.Information, false)]
    [InlineData("Polly", LogEventLevel.Error, false)]
    [InlineData("A.Library.That.Comes.Tomorrow", LogEventLevel.Information, false)]
    [InlineData("A.Library.That.Comes.Tomorrow", LogEventLevel.Warning, true)]
    public void A_library_is_heard_when_it_warns_and_this_program_when_it_informs(
        string category, LogEventLevel level, bool isWritten)
    {
        using var log = LogLevels.Usual.On(new LoggerConfiguration()).CreateLogger();

        Assert.Equal(
            isWritten, log.ForContext(Constants.SourceContextPropertyName, category).IsEnabled(level));
    }

    [Fact]
    public void Every_level_can_be_set_for_one_category()
    {
        var changes = new Dictionary<string, LogEventLevel>
        {
            [LogLevels.Default] = LogLevels.Read("error")!.Value,
            ["Orleans.Runtime"] = LogLevels.Read("Trace")!.Value,
        };
        using var log = LogLevels.Usual.With(changes).On(new LoggerConfiguration()).CreateLogger();

        Assert.True(log.ForContext(Constants.SourceContextPropertyName, "Orleans.Runtime.Silo")
            .IsEnabled(LogEventLevel.Verbose));
        Assert.False(log.ForContext(Constants.SourceContextPropertyName, "Npgsql")
            .IsEnabled(LogEventLevel.Warning));
        Assert.Null(LogLevels.Read("loud"));
    }

    [Fact]
    public void A_message_is_one_line_that_names_the_reasons_of_a_fault()
    {
        var fault = new IOException("it broke\n   at Here()", new IOException("the disk is full"));

        var line = Lines(log => log.ForContext(Constants.SourceContextPropertyName, "Some.Library")
            .Warning(fault, "Could not write {File}", "rows.db"));

        Assert.EndsWith(
            "WARNING Some.Library: Could not write rows.db: it broke … – the disk is full",
            Assert.Single(line), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_library_repeats_is_left_out_and_counted_and_what_this_program_says_never_is()
    {
        var noon = new DateTimeOffset(2020, 11, 11, 12, 0, 0, TimeSpan.Zero);
        var lines = Lines(log =>
        {
            for (var second = 0; second <= 60; second++)
            {
                log.Write(Message("Orleans.Messaging", "Cannot reach {Silo}", noon.AddSeconds(second)));
                log.Write(Message("FlashSale.Silo", "A silo died", noon.AddSeconds(second)));
            }
        });

        Assert.Equal(61, lines.Count(line => line.EndsWith("A silo died", StringComparison.Ordinal)));
        var others = lines.Where(line => line.Contains("Cannot reach", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, others.Count);
        Assert.EndsWith("(and 58 like this before, not shown)", others[^1], StringComparison.Ordinal);
    }

    private static LogEvent Message(string category, string text, DateTimeOffset at) => new(
        at, LogEventLevel.Warning, null, new Serilog.Parsing.MessageTemplateParser().Parse(text),
        [new LogEventProperty(Constants.SourceContextPropertyName, new ScalarValue(category))]);

    private static string[] Lines(Action<ILogger> write)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using (var log = new LoggerConfiguration().Filter.With(new RepeatedLines())
            .WriteTo.Sink(new Written(output)).CreateLogger())
        {
            write(log);
        }

        return output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    private sealed class Written(TextWriter output) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => new LogLine(withTraces: false).Format(logEvent, output);
    }
}
