using System.Collections.Immutable;

namespace PolicyLint;

/// <summary>
/// The checks of IAM Access Analyzer's ValidatePolicy, by their issue codes, in the order of
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">the reference of checks</see>.
/// </summary>
public static class IssueCodes
{
    /// <summary>ARN account not allowed.</summary>
    public static IssueCode ArnAccountNotAllowed { get; } = new("ARN_ACCOUNT_NOT_ALLOWED", IssueType.Error);

    /// <summary>ARN Region not allowed.</summary>
    public static IssueCode ArnRegionNotAllowed { get; } = new("ARN_REGION_NOT_ALLOWED", IssueType.Error);

    /// <summary>Data type mismatch.</summary>
    public static IssueCode DataTypeMismatch { get; } = new("DATA_TYPE_MISMATCH", IssueType.Error);

    /// <summary>Duplicate keys with different case.</summary>
    public static IssueCode DuplicateKeysWithDifferentCase { get; } = new("DUPLICATE_KEYS_WITH_DIFFERENT_CASE", IssueType.Error);

    /// <summary>Invalid action.</summary>
    public static IssueCode InvalidAction { get; } = new("INVALID_ACTION", IssueType.Error);

    /// <summary>Invalid ARN account.</summary>
    public static IssueCode InvalidArnAccount { get; } = new("INVALID_ARN_ACCOUNT", IssueType.Error);

    /// <summary>Invalid ARN prefix.</summary>
    public static IssueCode InvalidArnPrefix { get; } = new("INVALID_ARN_PREFIX", IssueType.Error);

    /// <summary>Invalid ARN Region.</summary>
    public static IssueCode InvalidArnRegion { get; } = new("INVALID_ARN_REGION", IssueType.Error);

    /// <summary>Invalid ARN resource.</summary>
    public static IssueCode InvalidArnResource { get; } = new("INVALID_ARN_RESOURCE", IssueType.Error);

    /// <summary>Invalid ARN service case.</summary>
    public static IssueCode InvalidArnServiceCase { get; } = new("INVALID_ARN_SERVICE_CASE", IssueType.Error);

    /// <summary>Invalid condition data type.</summary>
    public static IssueCode InvalidConditionDataType { get; } = new("INVALID_CONDITION_DATA_TYPE", IssueType.Error);

    /// <summary>Invalid condition key format.</summary>
    public static IssueCode InvalidConditionKeyFormat { get; } = new("INVALID_CONDITION_KEY_FORMAT", IssueType.Error);

    /// <summary>Invalid condition multiple Boolean.</summary>
    public static IssueCode InvalidConditionMultipleBoolean { get; } = new("INVALID_CONDITION_MULTIPLE_BOOLEAN", IssueType.Error);

    /// <summary>Invalid condition operator.</summary>
    public static IssueCode InvalidConditionOperator { get; } = new("INVALID_CONDITION_OPERATOR", IssueType.Error);

    /// <summary>Invalid effect.</summary>
    public static IssueCode InvalidEffect { get; } = new("INVALID_EFFECT", IssueType.Error);

    /// <summary>Invalid global condition key.</summary>
    public static IssueCode InvalidGlobalConditionKey { get; } = new("INVALID_GLOBAL_CONDITION_KEY", IssueType.Error);

    /// <summary>Invalid partition.</summary>
    public static IssueCode InvalidPartition { get; } = new("INVALID_PARTITION", IssueType.Error);

    /// <summary>Invalid policy element.</summary>
    public static IssueCode InvalidPolicyElement { get; } = new("INVALID_POLICY_ELEMENT", IssueType.Error);

    /// <summary>Invalid principal format.</summary>
    public static IssueCode InvalidPrincipalFormat { get; } = new("INVALID_PRINCIPAL_FORMAT", IssueType.Error);

    /// <summary>Invalid principal key.</summary>
    public static IssueCode InvalidPrincipalKey { get; } = new("INVALID_PRINCIPAL_KEY", IssueType.Error);

    /// <summary>Invalid Region.</summary>
    public static IssueCode InvalidRegion { get; } = new("INVALID_REGION", IssueType.Error);

    /// <summary>Invalid service.</summary>
    public static IssueCode InvalidService { get; } = new("INVALID_SERVICE", IssueType.Error);

    /// <summary>Invalid service condition key.</summary>
    public static IssueCode InvalidServiceConditionKey { get; } = new("INVALID_SERVICE_CONDITION_KEY", IssueType.Error);

    /// <summary>Invalid service in action.</summary>
    public static IssueCode InvalidServiceInAction { get; } = new("INVALID_SERVICE_IN_ACTION", IssueType.Error);

    /// <summary>Invalid variable for operator.</summary>
    public static IssueCode InvalidVariableForOperator { get; } = new("INVALID_VARIABLE_FOR_OPERATOR", IssueType.Error);

    /// <summary>Invalid version.</summary>
    public static IssueCode InvalidVersion { get; } = new("INVALID_VERSION", IssueType.Error);

    /// <summary>Json syntax error.</summary>
    public static IssueCode JsonSyntaxError { get; } = new("JSON_SYNTAX_ERROR", IssueType.Error);

    /// <summary>Missing action.</summary>
    public static IssueCode MissingAction { get; } = new("MISSING_ACTION", IssueType.Error);

    /// <summary>Missing ARN field.</summary>
    public static IssueCode MissingArnField { get; } = new("MISSING_ARN_FIELD", IssueType.Error);

    /// <summary>Missing ARN Region.</summary>
    public static IssueCode MissingArnRegion { get; } = new("MISSING_ARN_REGION", IssueType.Error);

    /// <summary>Missing effect.</summary>
    public static IssueCode MissingEffect { get; } = new("MISSING_EFFECT", IssueType.Error);

    /// <summary>Missing principal.</summary>
    public static IssueCode MissingPrincipal { get; } = new("MISSING_PRINCIPAL", IssueType.Error);

    /// <summary>Missing qualifier.</summary>
    public static IssueCode MissingQualifier { get; } = new("MISSING_QUALIFIER", IssueType.Error);

    /// <summary>Missing resource.</summary>
    public static IssueCode MissingResource { get; } = new("MISSING_RESOURCE", IssueType.Error);

    /// <summary>Missing statement.</summary>
    public static IssueCode MissingStatement { get; } = new("MISSING_STATEMENT", IssueType.Error);

    /// <summary>Null with if exists.</summary>
    public static IssueCode NullWithIfExists { get; } = new("NULL_WITH_IF_EXISTS", IssueType.Error);

    /// <summary>SCP syntax error action wildcard.</summary>
    public static IssueCode ScpSyntaxErrorActionWildcard { get; } = new("SCP_SYNTAX_ERROR_ACTION_WILDCARD", IssueType.Error);

    /// <summary>SCP syntax error principal.</summary>
    public static IssueCode ScpSyntaxErrorPrincipal { get; } = new("SCP_SYNTAX_ERROR_PRINCIPAL", IssueType.Error);

    /// <summary>Unique Sids required.</summary>
    public static IssueCode UniqueSidsRequired { get; } = new("UNIQUE_SIDS_REQUIRED", IssueType.Error);

    /// <summary>Unsupported action in policy.</summary>
    public static IssueCode UnsupportedActionInPolicy { get; } = new("UNSUPPORTED_ACTION_IN_POLICY", IssueType.Error);

    /// <summary>Unsupported element combination.</summary>
    public static IssueCode UnsupportedElementCombination { get; } = new("UNSUPPORTED_ELEMENT_COMBINATION", IssueType.Error);

    /// <summary>Unsupported global condition key.</summary>
    public static IssueCode UnsupportedGlobalConditionKey { get; } = new("UNSUPPORTED_GLOBAL_CONDITION_KEY", IssueType.Error);

    /// <summary>Unsupported principal.</summary>
    public static IssueCode UnsupportedPrincipal { get; } = new("UNSUPPORTED_PRINCIPAL", IssueType.Error);

    /// <summary>Unsupported resource ARN in policy.</summary>
    public static IssueCode UnsupportedResourceArnInPolicy { get; } = new("UNSUPPORTED_RESOURCE_ARN_IN_POLICY", IssueType.Error);

    /// <summary>Unsupported Sid.</summary>
    public static IssueCode UnsupportedSid { get; } = new("UNSUPPORTED_SID", IssueType.Error);

    /// <summary>Unsupported wildcard in principal.</summary>
    public static IssueCode UnsupportedWildcardInPrincipal { get; } = new("UNSUPPORTED_WILDCARD_IN_PRINCIPAL", IssueType.Error);

    /// <summary>Missing brace in variable.</summary>
    public static IssueCode MissingBraceInVariable { get; } = new("MISSING_BRACE_IN_VARIABLE", IssueType.Error);

    /// <summary>Missing quote in variable.</summary>
    public static IssueCode MissingQuoteInVariable { get; } = new("MISSING_QUOTE_IN_VARIABLE", IssueType.Error);

    /// <summary>Unsupported space in variable.</summary>
    public static IssueCode UnsupportedSpaceInVariable { get; } = new("UNSUPPORTED_SPACE_IN_VARIABLE", IssueType.Error);

    /// <summary>Empty variable.</summary>
    public static IssueCode EmptyVariable { get; } = new("EMPTY_VARIABLE", IssueType.Error);

    /// <summary>Variable unsupported in element.</summary>
    public static IssueCode VariableUnsupportedInElement { get; } = new("VARIABLE_UNSUPPORTED_IN_ELEMENT", IssueType.Error);

    /// <summary>Variable unsupported in version.</summary>
    public static IssueCode VariableUnsupportedInVersion { get; } = new("VARIABLE_UNSUPPORTED_IN_VERSION", IssueType.Error);

    /// <summary>Private IP address.</summary>
    public static IssueCode PrivateIpAddress { get; } = new("PRIVATE_IP_ADDRESS", IssueType.Error);

    /// <summary>Private NotIpAddress.</summary>
    public static IssueCode PrivateNotIpAddress { get; } = new("PRIVATE_NOT_IP_ADDRESS", IssueType.Error);

    /// <summary>Policy size exceeds SCP quota.</summary>
    public static IssueCode PolicySizeExceedsScpQuota { get; } = new("POLICY_SIZE_EXCEEDS_SCP_QUOTA", IssueType.Error);

    /// <summary>Invalid service principal format.</summary>
    public static IssueCode InvalidServicePrincipalFormat { get; } = new("INVALID_SERVICE_PRINCIPAL_FORMAT", IssueType.Error);

    /// <summary>Missing tag key in condition.</summary>
    public static IssueCode MissingTagKeyInCondition { get; } = new("MISSING_TAG_KEY_IN_CONDITION", IssueType.Error);

    /// <summary>Invalid vpc format.</summary>
    public static IssueCode InvalidVpcFormat { get; } = new("INVALID_VPC_FORMAT", IssueType.Error);

    /// <summary>Invalid vpce format.</summary>
    public static IssueCode InvalidVpceFormat { get; } = new("INVALID_VPCE_FORMAT", IssueType.Error);

    /// <summary>Federated principal not supported.</summary>
    public static IssueCode FederatedPrincipalNotSupported { get; } = new("FEDERATED_PRINCIPAL_NOT_SUPPORTED", IssueType.Error);

    /// <summary>Unsupported action for condition key.</summary>
    public static IssueCode UnsupportedActionForConditionKey { get; } = new("UNSUPPORTED_ACTION_FOR_CONDITION_KEY", IssueType.Error);

    /// <summary>Unsupported condition key for service principal.</summary>
    public static IssueCode UnsupportedConditionKeyForServicePrincipal { get; } = new("UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL", IssueType.Error);

    /// <summary>Role trust policy syntax error notprincipal.</summary>
    public static IssueCode RoleTrustPolicySyntaxErrorNotPrincipal { get; } = new("ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL", IssueType.Error);

    /// <summary>Role trust policy unsupported wildcard in principal.</summary>
    public static IssueCode RoleTrustPolicyUnsupportedWildcardInPrincipal { get; } = new("ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL", IssueType.Error);

    /// <summary>Role trust policy syntax error resource.</summary>
    public static IssueCode RoleTrustPolicySyntaxErrorResource { get; } = new("ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE", IssueType.Error);

    /// <summary>Type mismatch IP range.</summary>
    public static IssueCode TypeMismatchIpRange { get; } = new("TYPE_MISMATCH_IP_RANGE", IssueType.Error);

    /// <summary>Missing action for condition key.</summary>
    public static IssueCode MissingActionForConditionKey { get; } = new("MISSING_ACTION_FOR_CONDITION_KEY", IssueType.Error);

    /// <summary>Invalid federated principal syntax in role trust policy.</summary>
    public static IssueCode InvalidFederatedPrincipalSyntaxInRoleTrustPolicy { get; } = new("INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY", IssueType.Error);

    /// <summary>Mismatched action for principal.</summary>
    public static IssueCode MismatchedActionForPrincipal { get; } = new("MISMATCHED_ACTION_FOR_PRINCIPAL", IssueType.Error);

    /// <summary>Missing action for roles anywhere trust policy.</summary>
    public static IssueCode MissingActionForRolesAnywhereTrustPolicy { get; } = new("MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY", IssueType.Error);

    /// <summary>Policy size exceeds RCP quota.</summary>
    public static IssueCode PolicySizeExceedsRcpQuota { get; } = new("POLICY_SIZE_EXCEEDS_RCP_QUOTA", IssueType.Error);

    /// <summary>RCP syntax error principal.</summary>
    public static IssueCode RcpSyntaxErrorPrincipal { get; } = new("RCP_SYNTAX_ERROR_PRINCIPAL", IssueType.Error);

    /// <summary>RCP syntax error allow.</summary>
    public static IssueCode RcpSyntaxErrorAllow { get; } = new("RCP_SYNTAX_ERROR_ALLOW", IssueType.Error);

    /// <summary>RCP syntax error NotAction.</summary>
    public static IssueCode RcpSyntaxErrorNotAction { get; } = new("RCP_SYNTAX_ERROR_NOTACTION", IssueType.Error);

    /// <summary>RCP syntax error action.</summary>
    public static IssueCode RcpSyntaxErrorAction { get; } = new("RCP_SYNTAX_ERROR_ACTION", IssueType.Error);

    /// <summary>Missing ARN account.</summary>
    public static IssueCode MissingArnAccount { get; } = new("MISSING_ARN_ACCOUNT", IssueType.Error);

    /// <summary>Invalid kms key value.</summary>
    public static IssueCode InvalidKmsKeyValue { get; } = new("INVALID_KMS_KEY_VALUE", IssueType.Error);

    /// <summary>Variable usage too permissive.</summary>
    public static IssueCode VariableUsageTooPermissive { get; } = new("VARIABLE_USAGE_TOO_PERMISSIVE", IssueType.Error);

    /// <summary>Wildcard usage too permissive.</summary>
    public static IssueCode WildcardUsageTooPermissive { get; } = new("WILDCARD_USAGE_TOO_PERMISSIVE", IssueType.Error);

    /// <summary>Create SLR with NotResource.</summary>
    public static IssueCode CreateSlrWithNotResource { get; } = new("CREATE_SLR_WITH_NOT_RESOURCE", IssueType.Warning);

    /// <summary>Create SLR with star in action and NotResource.</summary>
    public static IssueCode CreateSlrWithStarInActionAndNotResource { get; } = new("CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE", IssueType.Warning);

    /// <summary>Create SLR with NotAction and NotResource.</summary>
    public static IssueCode CreateSlrWithNotActionAndNotResource { get; } = new("CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE", IssueType.Warning);

    /// <summary>Create SLR with star in resource.</summary>
    public static IssueCode CreateSlrWithStarInResource { get; } = new("CREATE_SLR_WITH_STAR_IN_RESOURCE", IssueType.Warning);

    /// <summary>Create SLR with star in action and resource.</summary>
    public static IssueCode CreateSlrWithStarInActionAndResource { get; } = new("CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE", IssueType.Warning);

    /// <summary>Create SLR with star in resource and NotAction.</summary>
    public static IssueCode CreateSlrWithStarInResourceAndNotAction { get; } = new("CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION", IssueType.Warning);

    /// <summary>Deprecated global condition key.</summary>
    public static IssueCode DeprecatedGlobalConditionKey { get; } = new("DEPRECATED_GLOBAL_CONDITION_KEY", IssueType.Warning);

    /// <summary>Invalid date value.</summary>
    public static IssueCode InvalidDateValue { get; } = new("INVALID_DATE_VALUE", IssueType.Warning);

    /// <summary>Invalid role reference.</summary>
    public static IssueCode InvalidRoleReference { get; } = new("INVALID_ROLE_REFERENCE", IssueType.Warning);

    /// <summary>Invalid user reference.</summary>
    public static IssueCode InvalidUserReference { get; } = new("INVALID_USER_REFERENCE", IssueType.Warning);

    /// <summary>Missing version.</summary>
    public static IssueCode MissingVersion { get; } = new("MISSING_VERSION", IssueType.Warning);

    /// <summary>Unique Sids recommended.</summary>
    public static IssueCode UniqueSidsRecommended { get; } = new("UNIQUE_SIDS_RECOMMENDED", IssueType.Warning);

    /// <summary>Wildcard without like operator.</summary>
    public static IssueCode WildcardWithoutLikeOperator { get; } = new("WILDCARD_WITHOUT_LIKE_OPERATOR", IssueType.Warning);

    /// <summary>Policy size exceeds identity policy quota.</summary>
    public static IssueCode PolicySizeExceedsIdentityPolicyQuota { get; } = new("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA", IssueType.Warning);

    /// <summary>Policy size exceeds resource policy quota.</summary>
    public static IssueCode PolicySizeExceedsResourcePolicyQuota { get; } = new("POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA", IssueType.Warning);

    /// <summary>Type mismatch.</summary>
    public static IssueCode TypeMismatch { get; } = new("TYPE_MISMATCH", IssueType.Warning);

    /// <summary>Type mismatch Boolean.</summary>
    public static IssueCode TypeMismatchBoolean { get; } = new("TYPE_MISMATCH_BOOLEAN", IssueType.Warning);

    /// <summary>Type mismatch date.</summary>
    public static IssueCode TypeMismatchDate { get; } = new("TYPE_MISMATCH_DATE", IssueType.Warning);

    /// <summary>Type mismatch number.</summary>
    public static IssueCode TypeMismatchNumber { get; } = new("TYPE_MISMATCH_NUMBER", IssueType.Warning);

    /// <summary>Type mismatch string.</summary>
    public static IssueCode TypeMismatchString { get; } = new("TYPE_MISMATCH_STRING", IssueType.Warning);

    /// <summary>Specific github repo and branch recommended.</summary>
    public static IssueCode SpecificGitHubRepoAndBranchRecommended { get; } = new("SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED", IssueType.Warning);

    /// <summary>Policy size exceeds role trust policy quota.</summary>
    public static IssueCode PolicySizeExceedsRoleTrustPolicyQuota { get; } = new("POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA", IssueType.Warning);

    /// <summary>RCP missing related principal condition key.</summary>
    public static IssueCode RcpMissingRelatedPrincipalConditionKey { get; } = new("RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY", IssueType.Warning);

    /// <summary>RCP missing related service principal condition key.</summary>
    public static IssueCode RcpMissingRelatedServicePrincipalConditionKey { get; } = new("RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY", IssueType.Warning);

    /// <summary>RCP missing service condition key null check.</summary>
    public static IssueCode RcpMissingServiceConditionKeyNullCheck { get; } = new("RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK", IssueType.Warning);

    /// <summary>Use condition key only with supported services.</summary>
    public static IssueCode UseConditionKeyOnlyWithSupportedServices { get; } = new("USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES", IssueType.Warning);

    /// <summary>Untrustworthy condition key.</summary>
    public static IssueCode UntrustworthyConditionKey { get; } = new("UNTRUSTWORTHY_CONDITION_KEY", IssueType.SecurityWarning);

    /// <summary>Allow with NotPrincipal.</summary>
    public static IssueCode AllowWithNotPrincipal { get; } = new("ALLOW_WITH_NOT_PRINCIPAL", IssueType.SecurityWarning);

    /// <summary>ForAllValues with single valued key.</summary>
    public static IssueCode ForAllValuesWithSingleValuedKey { get; } = new("FORALLVALUES_WITH_SINGLE_VALUED_KEY", IssueType.SecurityWarning);

    /// <summary>Pass role with NotResource.</summary>
    public static IssueCode PassRoleWithNotResource { get; } = new("PASS_ROLE_WITH_NOT_RESOURCE", IssueType.SecurityWarning);

    /// <summary>Pass role with star in action and NotResource.</summary>
    public static IssueCode PassRoleWithStarInActionAndNotResource { get; } = new("PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE", IssueType.SecurityWarning);

    /// <summary>Pass role with NotAction and NotResource.</summary>
    public static IssueCode PassRoleWithNotActionAndNotResource { get; } = new("PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE", IssueType.SecurityWarning);

    /// <summary>Pass role with star in resource.</summary>
    public static IssueCode PassRoleWithStarInResource { get; } = new("PASS_ROLE_WITH_STAR_IN_RESOURCE", IssueType.SecurityWarning);

    /// <summary>Pass role with star in action and resource.</summary>
    public static IssueCode PassRoleWithStarInActionAndResource { get; } = new("PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE", IssueType.SecurityWarning);

    /// <summary>Pass role with star in resource and NotAction.</summary>
    public static IssueCode PassRoleWithStarInResourceAndNotAction { get; } = new("PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION", IssueType.SecurityWarning);

    /// <summary>Missing paired condition keys.</summary>
    public static IssueCode MissingPairedConditionKeys { get; } = new("MISSING_PAIRED_CONDITION_KEYS", IssueType.SecurityWarning);

    /// <summary>Deny with unsupported tag condition key for service.</summary>
    public static IssueCode DenyWithUnsupportedTagConditionKeyForService { get; } = new("DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", IssueType.SecurityWarning);

    /// <summary>Deny NotAction with unsupported tag condition key for service.</summary>
    public static IssueCode DenyNotActionWithUnsupportedTagConditionKeyForService { get; } = new("DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", IssueType.SecurityWarning);

    /// <summary>Restrict access to service principal.</summary>
    public static IssueCode RestrictAccessToServicePrincipal { get; } = new("RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL", IssueType.SecurityWarning);

    /// <summary>Missing condition key for oidc principal.</summary>
    public static IssueCode MissingConditionKeyForOidcPrincipal { get; } = new("MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL", IssueType.SecurityWarning);

    /// <summary>Missing github repo condition key.</summary>
    public static IssueCode MissingGitHubRepoConditionKey { get; } = new("MISSING_GITHUB_REPO_CONDITION_KEY", IssueType.SecurityWarning);

    /// <summary>String like operator with ARN condition keys.</summary>
    public static IssueCode StringLikeOperatorWithArnConditionKeys { get; } = new("STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS", IssueType.SecurityWarning);

    /// <summary>DynamoDB attributes without select.</summary>
    public static IssueCode DynamoDBAttributesWithoutSelect { get; } = new("DYNAMODB_ATTRIBUTES_WITHOUT_SELECT", IssueType.SecurityWarning);

    /// <summary>S3 prefix in negative context.</summary>
    public static IssueCode S3PrefixInNegativeContext { get; } = new("S3_PREFIX_IN_NEGATIVE_CONTEXT", IssueType.SecurityWarning);

    /// <summary>ForAnyValue with audience claim type.</summary>
    public static IssueCode ForAnyValueWithAudienceClaimType { get; } = new("FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE", IssueType.SecurityWarning);

    /// <summary>Empty array action.</summary>
    public static IssueCode EmptyArrayAction { get; } = new("EMPTY_ARRAY_ACTION", IssueType.Suggestion);

    /// <summary>Empty array condition.</summary>
    public static IssueCode EmptyArrayCondition { get; } = new("EMPTY_ARRAY_CONDITION", IssueType.Suggestion);

    /// <summary>Empty array condition ForAllValues.</summary>
    public static IssueCode EmptyArrayConditionForAllValues { get; } = new("EMPTY_ARRAY_CONDITION_FORALLVALUES", IssueType.Suggestion);

    /// <summary>Empty array condition ForAnyValue.</summary>
    public static IssueCode EmptyArrayConditionForAnyValue { get; } = new("EMPTY_ARRAY_CONDITION_FORANYVALUE", IssueType.Suggestion);

    /// <summary>Empty array condition IfExists.</summary>
    public static IssueCode EmptyArrayConditionIfExists { get; } = new("EMPTY_ARRAY_CONDITION_IFEXISTS", IssueType.Suggestion);

    /// <summary>Empty array principal.</summary>
    public static IssueCode EmptyArrayPrincipal { get; } = new("EMPTY_ARRAY_PRINCIPAL", IssueType.Suggestion);

    /// <summary>Empty array resource.</summary>
    public static IssueCode EmptyArrayResource { get; } = new("EMPTY_ARRAY_RESOURCE", IssueType.Suggestion);

    /// <summary>Empty object condition.</summary>
    public static IssueCode EmptyObjectCondition { get; } = new("EMPTY_OBJECT_CONDITION", IssueType.Suggestion);

    /// <summary>Empty object principal.</summary>
    public static IssueCode EmptyObjectPrincipal { get; } = new("EMPTY_OBJECT_PRINCIPAL", IssueType.Suggestion);

    /// <summary>Empty Sid value.</summary>
    public static IssueCode EmptySidValue { get; } = new("EMPTY_SID_VALUE", IssueType.Suggestion);

    /// <summary>Equivalent to null false.</summary>
    public static IssueCode EquivalentToNullFalse { get; } = new("EQUIVALENT_TO_NULL_FALSE", IssueType.Suggestion);

    /// <summary>Equivalent to null true.</summary>
    public static IssueCode EquivalentToNullTrue { get; } = new("EQUIVALENT_TO_NULL_TRUE", IssueType.Suggestion);

    /// <summary>Improve IP range.</summary>
    public static IssueCode ImproveIpRange { get; } = new("IMPROVE_IP_RANGE", IssueType.Suggestion);

    /// <summary>Null with qualifier.</summary>
    public static IssueCode NullWithQualifier { get; } = new("NULL_WITH_QUALIFIER", IssueType.Suggestion);

    /// <summary>Private IP address subset.</summary>
    public static IssueCode PrivateIpAddressSubset { get; } = new("PRIVATE_IP_ADDRESS_SUBSET", IssueType.Suggestion);

    /// <summary>Private NotIpAddress subset.</summary>
    public static IssueCode PrivateNotIpAddressSubset { get; } = new("PRIVATE_NOT_IP_ADDRESS_SUBSET", IssueType.Suggestion);

    /// <summary>Redundant action.</summary>
    public static IssueCode RedundantAction { get; } = new("REDUNDANT_ACTION", IssueType.Suggestion);

    /// <summary>Redundant condition value num.</summary>
    public static IssueCode RedundantConditionValueNum { get; } = new("REDUNDANT_CONDITION_VALUE_NUM", IssueType.Suggestion);

    /// <summary>Redundant resource.</summary>
    public static IssueCode RedundantResource { get; } = new("REDUNDANT_RESOURCE", IssueType.Suggestion);

    /// <summary>Redundant statement.</summary>
    public static IssueCode RedundantStatement { get; } = new("REDUNDANT_STATEMENT", IssueType.Suggestion);

    /// <summary>Wildcard in service name.</summary>
    public static IssueCode WildcardInServiceName { get; } = new("WILDCARD_IN_SERVICE_NAME", IssueType.Suggestion);

    /// <summary>Allow with unsupported tag condition key for service.</summary>
    public static IssueCode AllowWithUnsupportedTagConditionKeyForService { get; } = new("ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", IssueType.Suggestion);

    /// <summary>Allow NotAction with unsupported tag condition key for service.</summary>
    public static IssueCode AllowNotActionWithUnsupportedTagConditionKeyForService { get; } = new("ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", IssueType.Suggestion);

    /// <summary>Recommended condition key for service principal.</summary>
    public static IssueCode RecommendedConditionKeyForServicePrincipal { get; } = new("RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL", IssueType.Suggestion);

    /// <summary>Irrelevant condition key in policy.</summary>
    public static IssueCode IrrelevantConditionKeyInPolicy { get; } = new("IRRELEVANT_CONDITION_KEY_IN_POLICY", IssueType.Suggestion);

    /// <summary>Redundant key due to wildcard in condition.</summary>
    public static IssueCode RedundantKeyDueToWildcardInCondition { get; } = new("REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION", IssueType.Suggestion);

    /// <summary>Redundant principal in role trust policy.</summary>
    public static IssueCode RedundantPrincipalInRoleTrustPolicy { get; } = new("REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY", IssueType.Suggestion);

    /// <summary>Redundant statement due to wildcard in condition.</summary>
    public static IssueCode RedundantStatementDueToWildcardInCondition { get; } = new("REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION", IssueType.Suggestion);

    /// <summary>Confirm audience claim type.</summary>
    public static IssueCode ConfirmAudienceClaimType { get; } = new("CONFIRM_AUDIENCE_CLAIM_TYPE", IssueType.Suggestion);

    /// <summary>Every code.</summary>
    public static ImmutableArray<IssueCode> All { get; } =
    [
        ArnAccountNotAllowed, ArnRegionNotAllowed, DataTypeMismatch, DuplicateKeysWithDifferentCase, InvalidAction,
        InvalidArnAccount, InvalidArnPrefix, InvalidArnRegion, InvalidArnResource, InvalidArnServiceCase,
        InvalidConditionDataType, InvalidConditionKeyFormat, InvalidConditionMultipleBoolean, InvalidConditionOperator,
        InvalidEffect, InvalidGlobalConditionKey, InvalidPartition, InvalidPolicyElement, InvalidPrincipalFormat,
        InvalidPrincipalKey, InvalidRegion, InvalidService, InvalidServiceConditionKey, InvalidServiceInAction,
        InvalidVariableForOperator, InvalidVersion, JsonSyntaxError, MissingAction, MissingArnField, MissingArnRegion,
        MissingEffect, MissingPrincipal, MissingQualifier, MissingResource, MissingStatement, NullWithIfExists,
        ScpSyntaxErrorActionWildcard, ScpSyntaxErrorPrincipal, UniqueSidsRequired, UnsupportedActionInPolicy,
        UnsupportedElementCombination, UnsupportedGlobalConditionKey, UnsupportedPrincipal, UnsupportedResourceArnInPolicy,
        UnsupportedSid, UnsupportedWildcardInPrincipal, MissingBraceInVariable, MissingQuoteInVariable,
        UnsupportedSpaceInVariable, EmptyVariable, VariableUnsupportedInElement, VariableUnsupportedInVersion, PrivateIpAddress,
        PrivateNotIpAddress, PolicySizeExceedsScpQuota, InvalidServicePrincipalFormat, MissingTagKeyInCondition,
        InvalidVpcFormat, InvalidVpceFormat, FederatedPrincipalNotSupported, UnsupportedActionForConditionKey,
        UnsupportedConditionKeyForServicePrincipal, RoleTrustPolicySyntaxErrorNotPrincipal,
        RoleTrustPolicyUnsupportedWildcardInPrincipal, RoleTrustPolicySyntaxErrorResource, TypeMismatchIpRange,
        MissingActionForConditionKey, InvalidFederatedPrincipalSyntaxInRoleTrustPolicy, MismatchedActionForPrincipal,
        MissingActionForRolesAnywhereTrustPolicy, PolicySizeExceedsRcpQuota, RcpSyntaxErrorPrincipal, RcpSyntaxErrorAllow,
        RcpSyntaxErrorNotAction, RcpSyntaxErrorAction, MissingArnAccount, InvalidKmsKeyValue, VariableUsageTooPermissive,
        WildcardUsageTooPermissive, CreateSlrWithNotResource, CreateSlrWithStarInActionAndNotResource,
        CreateSlrWithNotActionAndNotResource, CreateSlrWithStarInResource, CreateSlrWithStarInActionAndResource,
        CreateSlrWithStarInResourceAndNotAction, DeprecatedGlobalConditionKey, InvalidDateValue, InvalidRoleReference,
        InvalidUserReference, MissingVersion, UniqueSidsRecommended, WildcardWithoutLikeOperator,
        PolicySizeExceedsIdentityPolicyQuota, PolicySizeExceedsResourcePolicyQuota, TypeMismatch, TypeMismatchBoolean,
        TypeMismatchDate, TypeMismatchNumber, TypeMismatchString, SpecificGitHubRepoAndBranchRecommended,
        PolicySizeExceedsRoleTrustPolicyQuota, RcpMissingRelatedPrincipalConditionKey,
        RcpMissingRelatedServicePrincipalConditionKey, RcpMissingServiceConditionKeyNullCheck,
        UseConditionKeyOnlyWithSupportedServices, UntrustworthyConditionKey, AllowWithNotPrincipal,
        ForAllValuesWithSingleValuedKey, PassRoleWithNotResource, PassRoleWithStarInActionAndNotResource,
        PassRoleWithNotActionAndNotResource, PassRoleWithStarInResource, PassRoleWithStarInActionAndResource,
        PassRoleWithStarInResourceAndNotAction, MissingPairedConditionKeys, DenyWithUnsupportedTagConditionKeyForService,
        DenyNotActionWithUnsupportedTagConditionKeyForService, RestrictAccessToServicePrincipal,
        MissingConditionKeyForOidcPrincipal, MissingGitHubRepoConditionKey, StringLikeOperatorWithArnConditionKeys,
        DynamoDBAttributesWithoutSelect, S3PrefixInNegativeContext, ForAnyValueWithAudienceClaimType, EmptyArrayAction,
        EmptyArrayCondition, EmptyArrayConditionForAllValues, EmptyArrayConditionForAnyValue, EmptyArrayConditionIfExists,
        EmptyArrayPrincipal, EmptyArrayResource, EmptyObjectCondition, EmptyObjectPrincipal, EmptySidValue,
        EquivalentToNullFalse, EquivalentToNullTrue, ImproveIpRange, NullWithQualifier, PrivateIpAddressSubset,
        PrivateNotIpAddressSubset, RedundantAction, RedundantConditionValueNum, RedundantResource, RedundantStatement,
        WildcardInServiceName, AllowWithUnsupportedTagConditionKeyForService,
        AllowNotActionWithUnsupportedTagConditionKeyForService, RecommendedConditionKeyForServicePrincipal,
        IrrelevantConditionKeyInPolicy, RedundantKeyDueToWildcardInCondition, RedundantPrincipalInRoleTrustPolicy,
        RedundantStatementDueToWildcardInCondition, ConfirmAudienceClaimType,
    ];
}
