using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>«flashsale scenarios»: what is shipped, by the names that the other verbs take.</summary>
internal sealed class ScenariosVerb : IVerb
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };

    private readonly Option<bool> _json = SharedOptions.Json();

    public ScenariosVerb()
    {
        Command = new Command("scenarios", "List the scenarios that are shipped, with what each is about.")
        {
            _json,
        };
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale scenarios", "Their names, for «simulate», «serve», «drive» and «plan»."),
        new("flashsale scenarios --json", "The same with their files, for a script."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        ShippedScenario[] rows =
        [
            .. ScenarioFiles.Shipped().Select(Row),
            .. ScenarioFiles.Shipped(ScenarioKind.Season).Select(SeasonRow),
        ];
        if (parsed.GetValue(_json))
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(rows, Json));
            return ExitCode.Done;
        }

        var width = rows.Max(row => row.Name.Length) + 2;
        foreach (var row in rows)
        {
            var scale = row.Scale.ToString(CultureInfo.InvariantCulture);
            terminal.Out.WriteLine(
                $"{row.Name.PadRight(width)}{row.Year}  scale {scale,-8}{row.Description}");
        }

        terminal.Out.WriteLine();
        terminal.Out.WriteLine("Run one: flashsale simulate NAME, of a season flashsale season NAME");
        return ExitCode.Done;
    }

    private static ShippedScenario Row(string name)
    {
        var file = ScenarioFiles.Find(name)!;
        var scenario = TextFile.Read(file, ScenarioReader.Read).Value
            ?? throw new InvalidDataException($"the shipped scenario {file} is damaged");
        return new(
            name, ScenarioKind.Festival, scenario.Festival.Year, scenario.Scale, scenario.Description, file);
    }

    private static ShippedScenario SeasonRow(string name)
    {
        var file = ScenarioFiles.Find(name)!;
        var season = TextFile.Read(file, ScenarioReader.ReadSeason).Value
            ?? throw new InvalidDataException($"the shipped season {file} is damaged");
        return new(
            name, ScenarioKind.Season, season.Season.StartsOn.Year, 1, season.Description, file);
    }

    private sealed record ShippedScenario(
        string Name, ScenarioKind Kind, int Year, double Scale, string Description, string File);
}
