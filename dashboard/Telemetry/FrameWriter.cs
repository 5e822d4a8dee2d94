using System.Buffers;
using System.Text.Json;

namespace FlashSale.Dashboard;

/// <summary>Writes what a tick tells as JSON, and wraps it into an event.</summary>
/// <remarks>docs/reference/metrics.md says what each field means.</remarks>
internal sealed class FrameWriter : IDisposable
{
    private const int RowsOfTick = 40;

    private readonly LiveTelemetry _live;
    private readonly ArrayBufferWriter<byte> _bytes = new(16 << 10);
    private readonly Utf8JsonWriter _json;

    public FrameWriter(LiveTelemetry live)
    {
        _live = live;
        _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { SkipValidation = true });
    }

    /// <summary>The event of a tick.</summary>
    public ReadOnlyMemory<byte> Tick(long number) => Event("tick"u8, () => WriteTick(number, RowsOfTick));

    /// <summary>The event that a viewer gets first.</summary>
    public ReadOnlyMemory<byte> Hello(long number) => Event("hello"u8, () => WriteHello(number));

    /// <summary>The same without an event around it.</summary>
    public ReadOnlyMemory<byte> Json(long number)
    {
        WriteHello(number);
        _json.Flush();
        return _bytes.WrittenMemory;
    }

    public void Dispose() => _json.Dispose();

    private ReadOnlyMemory<byte> Event(ReadOnlySpan<byte> name, Action write)
    {
        _bytes.Write("event: "u8);
        _bytes.Write(name);
        _bytes.Write("\ndata: "u8);
        write();
        _json.Flush();
        _bytes.Write("\n\n"u8);
        return _bytes.WrittenMemory;
    }

    private void WriteHello(long number)
    {
        var options = _live.Options;
        _json.WriteStartObject();
        _json.WriteStartObject("host");
        _json.WriteString("kind", options.Kind);
        _json.WriteString("name", options.Name);
        _json.WriteString("scenario", options.Scenario);
        if (options.Seed is { } seed)
        {
            _json.WriteNumber("seed", seed);
        }

        _json.WriteNumber("scale", options.Scale);
        if (options.Midnight is { } midnight)
        {
            _json.WriteNumber("midnight", midnight.ToUnixTimeMilliseconds());
        }

        _json.WriteString("offered", (options.Controls?.Offered ?? ControlKinds.None).ToString());
        _json.WriteBoolean("hasRuns", options.Runs is not null);
        _json.WriteEndObject();
        WriteRaces(options);
        _json.WritePropertyName("tick");
        WriteTick(number, int.MaxValue);
        _json.WriteEndObject();
    }

    private void WriteRaces(LiveOptions options)
    {
        if (options.RaceYear is { } year)
        {
            _json.WriteNumber("raceYear", year);
        }

        _json.WriteObjects("races", options.Races, race =>
        {
            _json.WriteNumber("year", race.Year);
            _json.WriteRows("points", race.Points, point =>
            {
                _json.WriteNumberValue(point.Seconds);
                _json.WriteNumberValue(point.Yuan);
            });
        });
    }

    private void WriteTick(long number, int rowsMax)
    {
        _json.WriteStartObject();
        _json.WriteNumber("seq", number);
        _json.WriteNumber("at", _live.RealNow.ToUnixTimeMilliseconds());
        _json.WriteString("state", _live.State);
        _json.WriteNumber("speed", _live.Speed);
        _json.WriteNumber("viewers", _live.Broadcast.Viewers);
        if (_live.Market.Reading is { } reading)
        {
            new MarketPart(_json, _live.Market).Write(reading);
        }

        new HostPart(_json, _live).Write();
        _json.WriteObjects(
            "market", _live.Market.Resolutions, rows => WriteRows(rows, MarketFigures.Columns, rowsMax));
        _json.WriteObjects(
            "hostRows", _live.Host.History.Resolutions,
            rows => WriteRows(rows, HostWatch.Columns, rowsMax));
        _json.WriteEndObject();
    }

    // A tick tells the last rows of each resolution again: who has missed some of them asks for all.
    private void WriteRows(SeriesHistory.Resolution rows, int columns, int rowsMax)
    {
        var max = rowsMax == int.MaxValue ? rows.Count : Math.Max(2, rowsMax / rows.Step);
        var first = Math.Max(0, rows.Count - max);
        _json.WriteNumber("step", rows.Step);
        _json.WriteRows("rows", Enumerable.Range(first, rows.Count - first), row =>
        {
            _json.WriteNumberValue(rows.At(row));
            for (var column = 0; column < columns; column++)
            {
                WriteValue(rows.Value(row, column));
            }
        });
    }

    private void WriteValue(double? value)
    {
        if (value is { } number)
        {
            _json.WriteNumberValue(Math.Round(number, 2));
        }
        else
        {
            _json.WriteNullValue();
        }
    }
}
