using PolicyLint.Catalog;

namespace PolicyLint.Evaluation;

/// <summary>A request made ready: its action looked up, its resource taken apart, the keys that follow from it worked out.</summary>
internal sealed class RequestFacts
{
    private static readonly string UnknownText = PolicyString.Unknown.ToString();

    private readonly RequestContext _context;
    private readonly Dictionary<string, string> _derived = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">The action is not of the form <c>service:Name</c>.</exception>
    public RequestFacts(AccessRequest request, ServiceCatalog catalog)
    {
        Request = request;
        _context = request.Context;
        int colon = request.Action.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == request.Action.Length - 1 || request.Action.AsSpan().ContainsAny('*', '?'))
            throw new ArgumentException($"'{request.Action}' is no action: it is written service:Name, without wildcards.", nameof(request));

        ServicePrefix = request.Action[..colon];
        if (catalog.TryGetService(ServicePrefix, out CatalogService service))
            Service = service;

        if (catalog.TryGetAction(ServicePrefix, request.Action.AsSpan(colon + 1), out CatalogAction action))
            Action = action;

        Resource = Action is { SupportsResourceLevel: false } ? RequestedResource.Star : RequestedResource.Parse(request.Resource);
        ResourceAccount = request.ResourceAccount ?? Resource.Account ?? request.Principal.Account;
        Derive();
    }

    public AccessRequest Request { get; }

    public RequestPrincipal Principal => Request.Principal;

    public string ServicePrefix { get; }

    /// <summary>The service; null where the catalogue has none of this prefix.</summary>
    public CatalogService? Service { get; }

    /// <summary>The action; null where the catalogue has none of this name.</summary>
    public CatalogAction? Action { get; }

    public RequestedResource Resource { get; }

    public string? ResourceAccount { get; }

    /// <summary>
    /// Whether principal and resource belong to one account. An account that is not told is taken for the same; one in a part of
    /// the ARN that is not known may be any.
    /// </summary>
    public Truth IsSameAccount
    {
        get
        {
            if (Request.ResourceAccount is null && Resource.HasUnknownAccount)
                return Truth.Maybe;

            return (ResourceAccount is null || Principal.Account is null || ResourceAccount == Principal.Account).ToTruth();
        }
    }

    /// <summary>What is known of a key.</summary>
    public ContextKey Find(string key)
    {
        if (_context.Find(key) is { } given)
            return given;

        if (_derived.TryGetValue(key, out string? value))
            return ContextKey.Of([value]);

        return _context.IsComplete && !IsAboutUnspecifiedPrincipal(key) ? ContextKey.Absent : ContextKey.Unknown;
    }

    /// <summary>
    /// The value of a policy variable; null where there is none, so that the statement is not valid for this request. A key with
    /// several values cannot be used as a variable.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="instead">What stands in for a missing value, if the policy says.</param>
    public string? ValueOf(string key, string? instead) => Find(key) switch
    {
        { Presence: Truth.Maybe } => UnknownText,
        { Presence: Truth.Yes, Values: [var one] } => one,
        _ => instead,
    };

    private void Derive()
    {
        RequestPrincipal principal = Principal;
        if (ResourceAccount is not null && AwsAccount.IsOne(ResourceAccount))
            _derived["aws:ResourceAccount"] = ResourceAccount;

        if (principal.Kind == RequestPrincipalKind.Unspecified)
            return;

        bool isService = principal.Kind == RequestPrincipalKind.Service;
        _derived["aws:PrincipalIsAWSService"] = isService ? "true" : "false";
        if (isService)
            _derived["aws:PrincipalServiceName"] = principal.Text;

        if (TypeOf(principal.Kind) is { } type)
            _derived["aws:PrincipalType"] = type;

        if (principal.Account is null)
            return;

        _derived["aws:PrincipalAccount"] = principal.Account;
        _derived["aws:PrincipalArn"] = ArnOf(principal);
        if (principal.Kind == RequestPrincipalKind.User)
            _derived["aws:username"] = principal.Name!;
    }

    // "For IAM roles, the request context returns the ARN of the role, not the ARN of the user that assumed the role":
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
    // The ARN of a session lacks the role's path: whoever has one gives the key.
    private static string ArnOf(RequestPrincipal principal) => principal.Kind == RequestPrincipalKind.RoleSession
        ? $"arn:{principal.Partition}:iam::{principal.Account}:role/{principal.Name}"
        : principal.Text;

    private static string? TypeOf(RequestPrincipalKind kind) => kind switch
    {
        RequestPrincipalKind.RootUser => "Account",
        RequestPrincipalKind.User => "User",
        RequestPrincipalKind.Role or RequestPrincipalKind.RoleSession => "AssumedRole",
        RequestPrincipalKind.FederatedUser => "FederatedUser",
        RequestPrincipalKind.Anonymous => "Anonymous",
        _ => null,
    };

    private bool IsAboutUnspecifiedPrincipal(string key) =>
        Principal.Kind == RequestPrincipalKind.Unspecified
        && (key.StartsWith("aws:Principal", StringComparison.OrdinalIgnoreCase)
            || key.Equals("aws:username", StringComparison.OrdinalIgnoreCase)
            || key.Equals("aws:userid", StringComparison.OrdinalIgnoreCase));
}
