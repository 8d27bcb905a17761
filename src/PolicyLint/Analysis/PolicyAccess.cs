using System.Collections.Immutable;
using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>A whole policy seen as access: what its statements allow and deny.</summary>
public sealed class PolicyAccess
{
    internal PolicyAccess(PolicyDocument document, ServiceCatalog catalog)
    {
        Document = document;
        Catalog = catalog;
        ImmutableArray<StatementAccess>.Builder statements = ImmutableArray.CreateBuilder<StatementAccess>(document.Statements.Length);
        foreach (Statement statement in document.Statements)
            statements.Add(new(this, statement));

        Statements = statements.MoveToImmutable();
    }

    /// <summary>The document.</summary>
    public PolicyDocument Document { get; }

    /// <summary>The catalogue that actions are looked up in.</summary>
    public ServiceCatalog Catalog { get; }

    /// <summary>Its statements, in the order written.</summary>
    public ImmutableArray<StatementAccess> Statements { get; }

    /// <summary>
    /// The actions that nobody keeps, whatever else the document says: denied on every resource, to everybody the policy is
    /// about, in every request.
    /// </summary>
    public ActionSet DeniedEverywhere => field ??= UniteDenials();

    /// <summary>
    /// The actions that an Allow really gives: its own, less those of each Deny of the document that covers it wholly, in
    /// resources, principals and conditions. A Deny that takes away only a part leaves the action in.
    /// See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">policy evaluation</see>.
    /// </summary>
    /// <param name="allow">A statement of this policy.</param>
    public ActionSet GrantedBy(StatementAccess allow)
    {
        ArgumentNullException.ThrowIfNull(allow);
        ActionSet granted = allow.Actions;
        foreach (StatementAccess deny in Statements)
        {
            if (deny.Statement.Effect == Effect.Deny && DenyCoverage.Covers(deny, allow))
                granted = granted.Except(deny.Actions);
        }

        return granted;
    }

    private ActionSet UniteDenials()
    {
        var builder = new ActionSetBuilder();
        foreach (StatementAccess deny in Statements)
        {
            if (deny.Statement.Effect == Effect.Deny && DenyCoverage.IsTotal(deny))
                builder.Add(deny.Actions);
        }

        return builder.ToSet();
    }
}
