using System.Collections.Immutable;
using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>A whole policy seen as access: what its statements allow and deny.</summary>
public sealed class PolicyAccess
{
    private const int MaxDenials = 256;

    private List<object>? _remembered;
    private bool? _mayHaveVariables;

    internal PolicyAccess(PolicyDocument document, ServiceCatalog catalog)
    {
        Document = document;
        Catalog = catalog;
        ImmutableArray<StatementAccess>.Builder statements = ImmutableArray.CreateBuilder<StatementAccess>(document.Statements.Length);
        foreach (Statement statement in document.Statements)
            statements.Add(new(this, statement));

        Statements = statements.MoveToImmutable();
    }

    /// <summary>Sees a policy as access.</summary>
    /// <param name="document">The document, in any state: what could be read is seen.</param>
    /// <param name="catalog">The catalogue to look actions up in; null for the built-in one.</param>
    public static PolicyAccess Of(PolicyDocument document, ServiceCatalog? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(document, catalog ?? ServiceCatalog.Default);
    }

    /// <summary>The document.</summary>
    public PolicyDocument Document { get; }

    /// <summary>The catalogue that actions are looked up in.</summary>
    public ServiceCatalog Catalog { get; }

    /// <summary>Its statements, in the order written.</summary>
    public ImmutableArray<StatementAccess> Statements { get; }

    /// <summary>Whether the text may have a policy variable somewhere: a quick look before a thorough one.</summary>
    internal bool MayHaveVariables
    {
        get
        {
            _mayHaveVariables ??= Document.Source.Utf8.IndexOf("${"u8) >= 0 || Document.Source.Utf8.Contains((byte)'\\');
            return _mayHaveVariables.Value;
        }
    }

    /// <summary>Each Sid that an earlier statement has too. Empty ones, and those not known before deployment, are none.</summary>
    public ImmutableArray<RepeatedSid> RepeatedSids
    {
        get
        {
            if (field.IsDefault)
                field = Analysis.RepeatedSids.In(Statements);

            return field;
        }
    }

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
    /// <param name="allow">
    /// A statement of this policy, or of another one of the same principal: then what that policy leaves of it, less the
    /// denials of this one.
    /// </param>
    public ActionSet GrantedBy(StatementAccess allow)
    {
        ArgumentNullException.ThrowIfNull(allow);
        if (allow.Policy != this)
            return SubtractDenials(allow.Policy.GrantedBy(allow), allow);

        return allow.Granted ??= SubtractDenials(allow.Actions, allow);
    }

    /// <summary>Whether an Allow really gives an action: <see cref="GrantedBy"/> for one alone, which most policies answer without any set.</summary>
    /// <param name="allow">A statement of this policy, or of another one of the same principal.</param>
    /// <param name="action">The action.</param>
    public bool Grants(StatementAccess allow, CatalogAction action)
    {
        ArgumentNullException.ThrowIfNull(allow);
        if (!allow.Means(action) || (allow.Policy != this && !allow.Policy.Grants(allow, action)))
            return false;

        foreach (StatementAccess deny in Denials)
        {
            if (deny.Means(action) && DenyCoverage.Covers(deny, allow))
                return false;
        }

        return true;
    }

    /// <summary>
    /// What several rules ask of one policy: worked out for the first and kept for the others, as long as the policy is looked
    /// at. One thing of each type is kept. For one thread at a time, as everything here.
    /// </summary>
    /// <typeparam name="T">What is worked out: a type of the asker's own.</typeparam>
    /// <param name="workOut">Works it out.</param>
    public T Remember<T>(Func<PolicyAccess, T> workOut)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(workOut);
        foreach (object thing in _remembered ?? [])
        {
            if (thing is T known)
                return known;
        }

        T made = workOut(this);
        (_remembered ??= []).Add(made);
        return made;
    }

    private ActionSet SubtractDenials(ActionSet granted, StatementAccess allow)
    {
        foreach (StatementAccess deny in Denials)
        {
            if (deny.Actions.Overlaps(granted) && DenyCoverage.Covers(deny, allow))
                granted = granted.Except(deny.Actions);
        }

        return granted;
    }

    // Each Allow is held against each Deny. No policy that AWS takes has so many that this bound is felt; it keeps the
    // work linear for one that AWS would not take. What is left out is taken for allowed.
    private ImmutableArray<StatementAccess> Denials
    {
        get
        {
            if (field.IsDefault)
                field = [.. Statements.Where(static statement => statement.Statement.Effect == Effect.Deny).Take(MaxDenials)];

            return field;
        }
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
