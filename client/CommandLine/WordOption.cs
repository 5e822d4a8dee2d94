using System.CommandLine;

namespace FlashSale.Client;

/// <summary>Options that take one of the words of an enum.</summary>
internal static class WordOption
{
    /// <summary>An option that may be left out.</summary>
    /// <param name="name">The option, such as «--way».</param>
    /// <param name="description">What it is for, with its words.</param>
    public static Option<T?> Of<T>(string name, string description)
        where T : struct, Enum
    {
        var option = new Option<T?>(name)
        {
            HelpName = "WORD",
            Description = description,
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                var members = Enum.GetValues<T>();
                foreach (var member in members.Where(member => Words.Of(member) == text))
                {
                    return member;
                }

                var words = string.Join(", ", members.Select(member => Words.Of(member)));
                result.AddError($"{name} «{text}» is wrong; allowed: {words}");
                return null;
            },
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add([.. Enum.GetValues<T>().Select(member => Words.Of(member))]);
        return option;
    }
}
