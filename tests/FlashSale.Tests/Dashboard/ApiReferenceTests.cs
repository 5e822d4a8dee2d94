using System.Globalization;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using FlashSale.Dashboard;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Dashboard;

/// <summary>
/// The tables of docs/reference/api.md are written from the code, so that they cannot be wrong.
/// </summary>
public sealed class ApiReferenceTests
{
    private const string Reference = "docs/reference/api.md";
    private const string WriteSwitch = "FLASHSALE_WRITE_DOCS";

    [Fact]
    public void The_tables_of_the_page_say_what_the_code_says()
    {
        var file = Path.Combine(Repository.Root, Reference);
        var page = File.ReadAllText(file);
        var right = With(page, "commands", Commands());
        right = With(right, "queries", Queries());
        right = With(right, "studies", Studies());
        right = With(right, "study-refusals", Problems(StudyProblems.All));
        right = With(right, "kinds", Kinds());
        right = With(right, "refusals", OfMarket());
        right = With(right, "faults", Problems(RequestProblems.All));
        right = With(right, "limits", OfLimits());
        if (Environment.GetEnvironmentVariable(WriteSwitch) == "1")
        {
            File.WriteAllText(file, right);
            page = right;
        }

        Assert.True(page == right, $"{Reference} is not what the code says; write it again: {WriteSwitch}=1 "
            + $"dotnet test tests/FlashSale.Tests --filter {nameof(ApiReferenceTests)}");
    }

    private static string With(string page, string name, IEnumerable<string> lines)
    {
        var (begin, end) = ($"<!-- {name} -->\n", $"<!-- /{name} -->");
        var from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = page.IndexOf(end, StringComparison.Ordinal);
        Assert.True(from >= begin.Length && to >= from, $"{Reference} has no place for {name}");
        var text = new StringBuilder(page[..from]);
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
        }

        return text.Append(page[to..]).ToString();
    }

    private static IEnumerable<string> Commands() =>
    [
        "| call | batch | body | what it does | answers |",
        "|---|---|---|---|---|",
        .. CommandTable.All.Select(command =>
            $"| `{command.Method} /{command.Path}` | `{command.Name}` | {BodyOf(command)} "
            + $"| {command.Summary}{For(command.Caller)} "
            + $"| {string.Join(", ", Refusals.DoneWords(command.Answer))}; "
            + $"[{Words.Of(command.Answer.ToString())}](#refusals-of-the-market) |"),
    ];

    private static IEnumerable<string> Queries() =>
    [
        "| call | what it answers | parameters |",
        "|---|---|---|",
        .. QueryTable.All.Select(query => $"| `GET /{query.Path}` | {query.Summary}{For(query.Caller)} | "
            + $"{string.Join(", ", query.Parameters.Select(parameter => $"`{parameter.Name}`"))} |"),
    ];

    private static IEnumerable<string> Studies() =>
    [
        "| call | body | what it does | may be refused as |",
        "|---|---|---|---|",
        .. StudyOperations.All.Select(call =>
            $"| `{call.Method} /{call.Path}` | {Members(call.Body)} | {call.Summary} "
            + $"| {string.Join(", ", call.Refusals.Select(refusal => StudyProblems.Of(refusal).Word))} |"),
    ];

    private static IEnumerable<string> Kinds() =>
    [
        "| kind | command | fields |",
        "|---|---|---|",
        .. CommandLayout.All.Select(one => $"| {Say(one.Kind)} | `{one.Name}` | {one.Fields} |"),
        "",
        "| word | numbers |",
        "|---|---|",
        Numbers<PaymentChannel>(), Numbers<PersonStep>(), Numbers<CreditRating>(), Numbers<MovementKind>(),
        Numbers<StoreStep>(), Numbers<MarketKind>(), Numbers<DepositTier>(), Numbers<HoldMode>(),
        Numbers<Switch>(), Numbers<ApplicationStatus>(), Numbers<CertificateClass>(), Numbers<CheckVerdict>(),
        Numbers<IdentityListing>(), Numbers<PublicationVerdict>(),
    ];

    private static string Numbers<T>()
        where T : struct, Enum
    {
        var members = Enum.GetValues<T>().Select(member =>
            $"{Convert.ToInt32(member, CultureInfo.InvariantCulture)} {WordTable<T>.Of(member)}");
        var name = typeof(T) == typeof(PersonStep) ? nameof(OrderStep) : typeof(T).Name;
        return $"| {name} | {string.Join(", ", members)} |";
    }

    private static IEnumerable<string> OfMarket() =>
    [
        "| type | status | kind, number | meaning |",
        "|---|---|---|---|",
        .. from kind in Enum.GetValues<AnswerKind>()
           from byte number in Enum.GetValues(Refusals.ResultsOf(kind)).Cast<object>()
               .Select(member => Convert.ToByte(member, CultureInfo.InvariantCulture))
           let problem = Refusals.Find(kind, number)
           select problem is null
               ? $"| {Words.Of(kind.ToString())}: {Refusals.WordOf(kind, number)} | 200 "
                   + $"| {Number(kind, number)} | It took effect. |"
               : $"| `{problem.Uri}` | {Say(problem.Status)} | {Number(kind, number)} | {problem.Title} |",
    ];

    private static IEnumerable<string> Problems(IEnumerable<ProblemType> problems) =>
    [
        "| type | status | meaning |",
        "|---|---|---|",
        .. problems.Select(problem => $"| `{problem.Uri}` | {Say(problem.Status)} | {problem.Title} |"),
    ];

    private static IEnumerable<string> OfLimits() =>
    [
        "| limit | default |",
        "|---|---|",
        .. typeof(ApiLimits).GetProperties().Where(limit => limit.CanWrite).Select(limit =>
            $"| `{limit.Name}` | {Say(limit.GetValue(new ApiLimits()))} |"),
    ];

    private static string Say(object? limit) => limit is TimeSpan time
        ? time.TotalSeconds.ToString("0.### s", CultureInfo.InvariantCulture)
        : ((int)limit!).ToString("#,0", CultureInfo.InvariantCulture);

    private static string Number(AnswerKind kind, byte number) => $"{Say((byte)kind)}, {Say(number)}";

    private static string For(Caller caller) => caller == Caller.Operator ? " *Operators only.*" : "";

    private static string BodyOf(CommandOperation command) => Members(command.Body);

    private static string Members(JsonTypeInfo? body) => body is null
        ? "–"
        : string.Join(", ", body.Properties.Select(member =>
            member.IsRequired ? $"`{member.Name}`" : $"`{member.Name}`?"));

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}
