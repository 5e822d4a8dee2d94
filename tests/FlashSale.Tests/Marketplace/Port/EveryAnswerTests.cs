namespace FlashSale.Tests.Port;

// Engine and cluster play all stories; here a command, or a member of its result, that has none is found.
public sealed class EveryAnswerTests
{
    private static readonly Enum[] Told =
        [.. OrderAnswers.All.Keys, .. ShopAnswers.All.Keys, .. CertificateAnswers.All.Keys,
            .. PublicationAnswers.All.Keys];

    [Fact]
    public void Every_answer_of_every_command_has_a_story() => Assert.Empty(
        Results.All.SelectMany(result => Enum.GetValues(result).Cast<Enum>()).Except(Told)
            .Select(OrderAnswers.NameOf));

    [Fact]
    public void Every_story_leads_to_an_answer_of_a_command() => Assert.Empty(
        Told.Select(answer => answer.GetType()).Except(Results.All));

    /// <summary>The enums of what became of a command, of all commands that there are.</summary>
    private readonly record struct Results(HashSet<Type> Found) : ICommandVisitor
    {
        public static IReadOnlySet<Type> All
        {
            get
            {
                var results = new Results([]);
                MarketCommands.Visit(results);
                return results.Found;
            }
        }

        public void Visit<TCommand, TAnswer>()
            where TCommand : struct, ICommand<TCommand, TAnswer>
            where TAnswer : struct =>
            Found.Add(typeof(TAnswer).IsEnum
                ? typeof(TAnswer)
                : typeof(TAnswer).GetProperty(nameof(CheckoutAnswer.Result))!.PropertyType);
    }
}
