namespace FlashSale.Grains;

/// <summary>
/// Takes the complaints that <see cref="ComplaintProcess"/> lets pass; the engine's twin is EngineCases.
/// </summary>
/// <remarks>
/// The seller's file comes first, and knows a complaint by its order and line: what a crash leaves in between
/// is finished by the client, who sends it again.
/// </remarks>
internal sealed class ClusterComplaints(CartScope scope)
{
    /// <summary>A buyer complains about a line of an order.</summary>
    public async Task<ComplainResult> Complain(Complain command)
    {
        if (await scope.Book.Find(command.Id) is not { } row)
        {
            return ComplainResult.UnknownOrder;
        }

        var (first, policy) = (row.Answers.Find(Act.Complaint(command.Line)), scope.Room.Policy.Trust);
        var answer = row.HasEnded
            ? ComplaintProcess.OfEnded(command, row.Order.Status, row.Lines.Length, first, policy)
            : ComplaintProcess.Answer(command, row.Order, row.Lines.Length, first, scope.Now, policy);
        if (answer is { } known)
        {
            return known;
        }

        var complaint = ComplaintProcess.Note(command, row.Order, row.Lines[command.Line], scope.Now);
        await scope.Room.Grains.Cases(row.Seller).Complain(complaint);
        row.Answers = row.Answers.With(ComplaintProcess.Remember(command));
        scope.Events.Add(MarketEvent.Complained(complaint), row);
        await scope.Save(row);
        return ComplainResult.Noted;
    }
}
