namespace FlashSale.Cluster.Tests;

/// <summary>A grain as a user adds one: Orleans keeps its state, and it knows no market.</summary>
[Alias("flashsale.tests.note-grain")]
internal interface INoteGrain : IGrainWithStringKey
{
    [Alias("write")]
    Task Write(string text);

    [Alias("read")]
    Task<string?> Read();

    [Alias("clear")]
    Task Clear();
}

/// <inheritdoc cref="INoteGrain"/>
internal sealed class NoteGrain([PersistentState("note")] IPersistentState<Note> note) : Grain, INoteGrain
{
    public Task Write(string text)
    {
        note.State.Text = text;
        return note.WriteStateAsync();
    }

    public Task<string?> Read() => Task.FromResult(note.State.Text);

    public Task Clear() => note.ClearStateAsync();
}

/// <summary>What is written on it.</summary>
[GenerateSerializer, Alias("flashsale.tests.note")]
internal sealed class Note
{
    [Id(0)]
    public string? Text { get; set; }
}
